// Exercise 21.6 · Ten crops
// Section 21.3: Chapters/21-BirdsAndAirplanes/03c-Cropping.swift

import Practice
import Tensors

/// Ten crops of a picture x [c, h, w], stacked: [10, c, size, size]. (torchvision's `TenCrop`.)
///
/// The first five are the corners, upper left, upper right, lower left and lower right, and the middle. Where an odd
/// number of rows or columns is left over around the middle, the smaller part of it is at the top or at the left, as in
/// the page's `CenterCrop`. The other five are the same of the picture's mirror image, in which left and right have
/// changed places. `size` is from 1 to the smaller side of the picture.
public func tenCrops(_ x: Tensor, size: Int) throws -> Tensor {
    throw Unanswered("21.6")
}
