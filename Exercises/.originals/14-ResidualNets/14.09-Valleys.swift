// Exercise 14.9 · Valleys of a landscape
// Section 14.6: Chapters/14-ResidualNets/06c-TwoLandscapes.swift

import Practice

/// How many valleys a loss landscape has: the points of a grid that are lower than all of their neighbours. Neighbours
/// are the up to eight points around, also diagonally; a point at the edge has five, one in a corner three. A bowl has
/// one valley, a jagged landscape has many.
///
/// A point that is just as low as a neighbour is no valley; so two equal points side by side are none. A loss may be
/// NaN (the training exploded there). Such a point is no valley, and every number next to it counts as lower. All rows
/// are equally long. A grid of a single number has one valley, unless it is NaN; an empty grid has none.
public func valleys(in losses: [[Float]]) throws -> Int {
    throw Unanswered("14.9")
}
