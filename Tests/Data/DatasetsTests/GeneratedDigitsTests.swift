import Foundation
import Tensors
import Testing

@testable import Datasets

@Suite struct `Generated digits` {
    private static let shared = DigitImages.generated(digits: [3, 7], train: 800, valid: 400)
    private var digits: DigitImages { Self.shared }

    @Test func `they have MNIST's shape, and say what they are`() {
        #expect(digits.origin == "generated digits")
        #expect(digits.train.images.shape == [1600, 28, 28])
        #expect(digits.valid.images(of: 7).shape == [400, 28, 28])
        #expect(digits.train.labels == Array(repeating: 3, count: 800) + Array(repeating: 7, count: 800))
        #expect(digits.train.names(of: 3).description.hasPrefix("(#800) [0.png, 1.png, 10.png, 100.png, 101.png"))
    }

    @Test func `the same seed gives the same bytes`() {
        let again = DigitImages.generated(digits: [3, 7], train: 800, valid: 400)
        #expect(again.train.images.scalars == digits.train.images.scalars)
        let other = DigitImages.generated(digits: [3, 7], train: 800, valid: 400, seed: 43)
        #expect(other.train.images.scalars != digits.train.images.scalars)
    }

    @Test func `an image does not depend on how many are asked for, or on other digits`() throws {
        let more = DigitImages.generated(digits: [7, 0], train: 20, valid: 10).train
        let (i, j) = (
            try #require(more.indices(of: 7).first { more.names[$0] == "13.png" }),
            try #require(digits.train.indices(of: 7).first { digits.train.names[$0] == "13.png" })
        )
        #expect(more.truth?[i] == digits.train.truth?[j])
    }

    @Test func `the bytes are these on every machine`() {
        // FNV-1a, a small hash, of 20 images of each of the ten digits.
        let bytes = DigitImages.generated(digits: Array(0...9), train: 20, valid: 1, seed: 1).train.images.scalars
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        #expect(hash == 6_933_639_500_904_268_889)
    }

    @Test func `train and valid have no image in common`() {
        let train = Set(digits.train.truth!.map(\.seed))
        #expect(train.isDisjoint(with: digits.valid.truth!.map(\.seed)))
    }

    @Test func `the truth is what is drawn: ink is where the position says`() throws {
        let truth = try #require(digits.train.truth)
        let centres = centresOfInk(digits.train.images)
        let right = truth.indices.filter { truth[$0].x > 1.5 }.map { centres[$0] }
        let left = truth.indices.filter { truth[$0].x < -1.5 }.map { centres[$0] }
        let difference = right.reduce(0, +) / Float(right.count) - left.reduce(0, +) / Float(left.count)
        #expect(difference > 3)
    }

    @Test func `hardly any ink touches the border`() {
        let pixels = digits.train.images.scalars
        let border = pixels.indices.filter { $0 % 784 < 28 || $0 % 28 == 0 || $0 % 28 == 27 || $0 % 784 >= 756 }
        let ink = border.reduce(0) { $0 + Int(pixels[$1]) }
        #expect(Double(ink) < 0.01 * Double(pixels.reduce(0) { $0 + Int($1) }))
    }

    @Test func `pixel similarity gets between 85 and 98 percent right`() {
        let (threes, sevens) = (mean(digits.train.images(of: 3)), mean(digits.train.images(of: 7)))
        let right3 = share(of: digits.valid.images(of: 3), nearerTo: threes, than: sevens)
        let right7 = share(of: digits.valid.images(of: 7), nearerTo: sevens, than: threes)
        #expect((0.85...0.98).contains((right3 + right7) / 2), "\(right3) of the threes, \(right7) of the sevens")
    }

    @Test func `written as PNG files they read back the same`() throws {
        let scratch = try Scratch()
        let few = DigitImages.generated(digits: [3, 7], train: 30, valid: 12)
        try few.write(to: scratch["digits"])
        let back = try DigitImages.pngFolders(scratch["digits"], origin: "generated digits")
        #expect(back.train.images.scalars == few.train.images.scalars)
        #expect(back.valid.names == few.valid.names)
        #expect(throws: DatasetError.self) { try few.write(to: scratch["digits"]) }
        let below = try scratch.write("file", []).appendingPathComponent("digits")
        let error = #expect(throws: DatasetError.self) { try few.write(to: below) }
        #expect(error?.subject == scratch["file"].path && error?.problem.contains("a folder belongs there") == true)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).sorted() == ["digits", "file"])
    }
}

/// The column of the centre of each image's ink [n, 28, 28] → [n]
private func centresOfInk(_ images: ByteTensor) -> [Float] {
    let pixels = images.scalars
    return (0..<images.shape[0]).map { i in
        let image = pixels[i * 784..<(i + 1) * 784].enumerated()
        let ink = image.reduce(0) { $0 + Float($1.element) }
        return image.reduce(0) { $0 + Float($1.offset % 28) * Float($1.element) } / ink
    }
}

/// The average image [n, 28, 28] → 784 values
private func mean(_ images: ByteTensor) -> [Float] {
    let (pixels, n) = (images.scalars, images.shape[0])
    return (0..<784).map { p in (0..<n).reduce(0) { $0 + Float(pixels[$1 * 784 + p]) } / Float(n) }
}

/// How many of the images are nearer to `a` than to `b`, by the sum of absolute differences.
private func share(of images: ByteTensor, nearerTo a: [Float], than b: [Float]) -> Double {
    let (pixels, n) = (images.scalars, images.shape[0])
    let nearer = (0..<n).filter { i in
        (0..<784).reduce(Float(0)) { sum, p in
            let x = Float(pixels[i * 784 + p])
            return sum + abs(x - a[p]) - abs(x - b[p])
        } < 0
    }
    return Double(nearer.count) / Double(n)
}
