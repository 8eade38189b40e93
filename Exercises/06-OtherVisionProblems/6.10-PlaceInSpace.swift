// Exercise 6.10 · From the picture back to space
// Section 6.4: Chapters/06-OtherVisionProblems/04c-WhatThePoseFilesHold.swift

import Practice

/// Where in space is what a camera shows at a pixel?
///
/// The camera has a matrix with the rows [f, 0, c], [0, g, d] and [0, 0, 1]. It shows a place (X, Y, Z) of its own
/// space, in millimetres, at column f · X / Z + c and row g · Y / Z + d. But another camera has measured the depth, and
/// its space is wanted. A place p = (x, y, z) there is the place turn · p + shift of this camera's space, where `turn`
/// is a rotation, given by its three rows.
///
/// - Parameter depth: Z, in this camera's space.
/// - Returns: x, y and z in the other camera's space.
public func placeInSpace(
    column: Double, row: Double, depth: Double, matrix: [[Double]], turn: [[Double]], shift: [Double]
) throws -> [Double] {
    throw Unanswered("6.10")
}
