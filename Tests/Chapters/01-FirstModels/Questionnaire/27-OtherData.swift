// Questions 1.27, 1.29 and 1.30: what else can be learned.

import Datasets
import Figures
import Foundation
import Tensors
import TestSupport
import Testing
import Vision

@testable import Chapter01

extension `1 Questionnaire` {
    /// 1.27 · Are models for images of use for photos only?
    ///
    /// No, for whatever can be drawn such that the difference can be seen. A sound becomes a spectrogram, a series a
    /// field of differences of angles, movements of a mouse a coloured path, the bytes of a program a grey picture;
    /// and the same learner tells them apart. If a person can see the categories on the pictures, a net can probably
    /// learn them.
    ///
    /// - Shown by: `understandDigits` in Chapters/01-FirstModels/07b-SpokenDigits.swift
    /// - Shown by: `fourOils` in Chapters/01-FirstModels/07c-SeriesAsPictures.swift
    /// - Shown by: `twoHands` in Chapters/01-FirstModels/07d-MouseTracks.swift
    /// - Shown by: `fourFamilies` in Chapters/01-FirstModels/07e-ProgramsAsPictures.swift
    @Test func `1.27 pictures of what is none keep what tells things apart`() throws {
        // The nearest picture is of the same kind for nearly all: what is needed can be seen.
        var random = SplitMix64(seed: 127)
        func bytes(_ picture: Raster) -> [Float] { picture.resized(width: 16, height: 16).pixels.map { Float($0) } }
        func nearestIsRight(_ kinds: Int, _ draw: (Int) -> Raster) -> Double {
            let labels = (0..<60).map { $0 % kinds }
            let pictures = labels.map { bytes(draw($0)) }
            let model = NearestItem(Array(pictures[..<40]), labels: Array(labels[..<40]))
            return model.accuracy(Array(pictures[40...]), labels: Array(labels[40...]))
        }
        let sounds = try GeneratedDigitSounds(takes: 100, seed: 9)
        var take = 0
        let spoken = nearestIsRight(10) { digit in
            take += 1
            let samples = sounds.sound(digit, by: 0, take: take).samples
            return picture(ofSpectrogram: spectrogram(samples)).resized(width: 64, height: 64)
        }
        let oils = nearestIsRight(4) { kind in
            let field = gramianDifferenceField(madeUpOil(kind, using: &random)).joined().map { Float($0) }
            return Raster(Tensor(shape: [64, 64], field), range: -1...1)
        }
        #expect(spoken > 0.7, "guessing: 0.1")
        #expect(oils > 0.8, "guessing: 0.25")
    }

    /// 1.29 · What is segmentation?
    ///
    /// To predict for every pixel of a picture which class it belongs to: road, car, tree. The labels are pictures
    /// themselves, masks with a code for each pixel, and so is what the net says.
    ///
    /// - Shown by: `pixelsOfStreets` in Chapters/01-FirstModels/09-Streets.swift
    @Test func `1.29 a class for every pixel`() throws {
        #expect(
            maskFile(of: URL(filePath: "/data/images/0006R0_f02400.png")).path == "/data/labels/0006R0_f02400_P.png")
        try withFolder { folder in
            try Data("sky\n\nroad\n car \n".utf8).write(to: folder.appending(path: "codes.txt"))
            let codes = try readCodes(folder.appending(path: "codes.txt"))
            #expect(codes == ["sky", "road", "car"])
            let file = folder.appending(path: "x_P.png")
            try Raster(width: 3, height: 2, pixels: [0, 0, 2, 1, 1, 1]).pngData().write(to: file)
            let mask = try readMask(file, codes: 3)
            // As many answers as pixels.
            #expect(mask.codes == [0, 0, 2, 1, 1, 1] && mask.height == 2 && mask.width == 3)
            let problem = #expect(throws: PhotoProblem.self) { try readMask(file, codes: 2) }
            #expect(problem?.file == file.path)
            // A net for it gives a score for each class and each pixel.
            let block = MaskBlock(codes: codes)
            var scores = Tensor.zeros(3, 2, 3)
            for (place, code) in mask.codes.enumerated() { scores[Int(code), place / 3, place % 3] = Tensor(1) }
            #expect(block.value(of: scores) == mask)
        }
    }

    /// 1.30 · What is `y_range` for, and when is it needed?
    ///
    /// It tells a model between which numbers its predictions are to be: what it computes is bent into that range. It
    /// is needed when a number is predicted, not a class, whose limits are known, such as a rating from half a star
    /// to five. The upper limit is set a little above the largest label, since it is never reached.
    ///
    /// - Shown by: `noNumberLeavesTheRange` in Chapters/01-FirstModels/09d-Recommendations.swift
    /// - Shown by: `withoutARange` in Chapters/01-FirstModels/09d-Recommendations.swift
    @Test func `1.30 whatever is computed, the prediction stays between the limits`() {
        let bent = RangedSigmoid(0.5...5.5)(Tensor([-8, -1, 0, 1, 8])).scalars
        #expect(bent.allSatisfy { 0.5 < $0 && $0 < 5.5 })
        #expect(bent[2] == 3 && zip(bent, bent.dropFirst()).allSatisfy { $0 < $1 })
        // 5 stars can be reached with 5.5 as the limit, and could not be with 5.
        let five = RangedSigmoid(0.5...5.5)(Tensor([logf(9)])).item
        #expect(abs(five - 5) < 1e-5)
        #expect(RangedSigmoid(0.5...5)(Tensor([8])).item < 5)
    }
}
