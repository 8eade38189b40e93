// Exercise 19.2 · Three colours, whatever the mode
// Section 19.1: Chapters/19-LearnerFromScratch/01d-OpeningPictures.swift

import Chapter19
import Practice

/// What `convert("RGB")` does, byte by byte: red, green and blue of each pixel, one pixel after the other.
///
/// `bytes` are those of a decoded picture in one of the five modes, and a pixel has `mode.channels` of them: grey; red,
/// green and blue; a place in the palette; grey and opacity; or red, green, blue and opacity. Grey counts three times.
/// Opacity is left out, and changes no colour. `palette` has red, green and blue of each of its colours, one colour
/// after the other; it is empty for the other modes. A place that the palette does not have is black.
public func threeColours(_ bytes: [UInt8], mode: PictureHeader.Mode, palette: [UInt8]) throws -> [UInt8] {
    throw Unanswered("19.2")
}
