// Exercise 7.11 · A piece of another photo
// Section 7.5, further research 2: Chapters/07-StateOfTheArt/05g-OtherMixtures.swift

import Chapter07
import Practice
import Tensors

/// The first example with a square piece of the second one pasted in, at the same place as in the second. (CutMix.)
///
/// Photos are [3, h, w], both of the same size. The piece has `side` rows, which begin `side / 2` (rounded down) above
/// the row `row`, and as many columns, which begin as far to the left of the column `column`. Where the piece sticks
/// out of the photo, it is cut off. The share of the second target is the share of the pixels that were really pasted,
/// and the first target has the rest.
///
/// - Parameter side: 0 or more. With 0 nothing is pasted.
public func cutMix(_ first: Example, _ second: Example, row: Int, column: Int, side: Int) throws -> Example {
    throw Unanswered("7.11")
}
