#pragma once

namespace plumbline {

/**
 * Tells assistive tools of every FigureView: a chart, named by its title, described by its spoken
 * summary, whose value is the read-out of the datum that the pointer or the keys are at. Once is
 * enough.
 */
void installAccessibleFigures();

} // namespace plumbline
