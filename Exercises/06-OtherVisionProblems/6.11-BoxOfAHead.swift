// Exercise 6.11 · A box that knows what is in it
// Section 6.4: Chapters/06-OtherVisionProblems/04f-OtherLabelsThatMove.swift

import Practice
import Tensors
import Vision

/// The box of a head after its picture was moved.
///
/// The page lays the new box around the four corners of the old one. So it becomes too large: in the corners of a box
/// around a head there is no head. Say that the head is an ellipse which touches all four sides of its box. Return the
/// smallest upright box around this ellipse after `map` has moved it, cut off at the edges of the new picture, which
/// has the size `size`. If less than half of the area of the moved box is in the picture, the result is nil.
///
/// The map takes (x, y) to (a·x + b·y + c, d·x + e·y + f); the first six numbers of `map.matrix` are a to f. No map
/// squashes the picture to a line. Width and height of the box are above 0.
///
/// Example: in a picture of 40 × 40, turned by 45°, the box with x 10, y 10, width 20 and height 20 stays as it is,
/// since the head is a circle in the middle. (The box around its corners would be 28.28 wide.)
public func boxOfHead(_ box: Region, movedBy map: PlaneMap, in size: Size2D) throws -> Region? {
    throw Unanswered("6.11")
}
