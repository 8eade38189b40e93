// Exercise 14.16 · A row of pixels, resized
// Section 14.9: Chapters/14-ResidualNets/09f-APhotoOfYours.swift

import Practice

/// A row of pixels brought to another length, without a matrix.
///
/// New pixel k has its centre at (k + ½) · pixels.count / count, in old pixels; the old pixel i has its own at i + ½.
/// Its value is the mean of the old pixels, weighted by a triangle: 1 at the centre, and falling to 0 at a distance of
/// `reach`. That is as many old pixels as there are for each new one, but at least 1. Neither length is 0. Only pixels
/// within reach should be looked at, so that a row of a hundred thousand pixels is quickly made to half as many.
public func resized(_ pixels: [Float], to count: Int) throws -> [Float] {
    throw Unanswered("14.16")
}
