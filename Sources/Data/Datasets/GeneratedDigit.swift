// One generated digit: what is known about it, and its pixels.
//
// Real data never tells why an image looks the way it does. A generated image does: its position,
// slant and thickness are chosen here, so a chapter can ask how an error depends on them.
//
// The spreads below make the task about as hard as the real one. Comparing threes and sevens with
// their average images is right for about 89 % of them, a linear model for about 97.8 %, a well trained
// net with one hidden layer of 30 for 99 %.

import Tensors

/// Everything that was chosen for one image. The same values give the same 784 bytes.
public struct GeneratedDigit: Sendable, Equatable {
    /// 0...9.
    public let digit: Int
    /// Which of the ways to write this digit; the last way of three and seven is a hasty one.
    public let shape: Int
    /// How far the centre is from the image's centre, in pixels: right and down are positive.
    public let x, y: Float
    /// Pixels to the right for each pixel upwards: 0 is upright, 0.3 leans to the right.
    public let slant: Float
    /// Width of the pen, in pixels.
    public let thickness: Float
    /// Size of the digit before it is slanted, in pixels.
    public let width, height: Float
    /// How far the pen typically misses its points, as a share of width and height.
    public let wobble: Float
    /// Where the remaining chance (the misses, the noise) starts.
    let seed: UInt64

    /// Images have 28 × 28 pixels, like MNIST's.
    public static let side = 28

    /// How often a three or a seven is written in haste.
    private static let haste: Float = 0.04

    /// Chooses what a digit looks like.
    /// - Parameter digit: 0...9
    public init(_ digit: Int, using random: inout SplitMix64) {
        self.digit = digit
        shape = Self.chooseShape(of: digit, using: &random)
        x = 1.5 * random.bell()
        y = 1.5 * random.bell()
        slant = 0.1 + 0.12 * random.bell()
        thickness = max(1.3, 3.6 + 0.7 * random.bell())
        width = Self.widths[digit] + 2 * random.bell()
        height = 19 + 1.4 * random.bell()
        wobble = 0.02 + 0.04 * random.even()
        seed = random.next()
    }

    /// Typical width by digit, in pixels.
    private static let widths: [Float] = [13.5, 12, 13.5, 12.8, 13.5, 13.5, 13, 14.8, 13, 13]

    private static func chooseShape(of digit: Int, using random: inout SplitMix64) -> Int {
        let usual = digitShapes[digit].count
        if hastyShapes[digit] != nil && random.even() < haste { return usual }
        return Int(random.next() % UInt64(usual))
    }

    /// The image: 28 × 28 bytes, row by row; 0 = paper, 255 = full ink.
    public func pixels() -> [UInt8] {
        var random = SplitMix64(seed: seed)
        let shapes = digitShapes[digit] + (hastyShapes[digit].map { [$0] } ?? [])
        let strokes = shapes[shape].map { stroke in stroke.map { place($0, using: &random) } }
        let ink = coverage(of: strokes.flatMap(segments), thickness: thickness, side: Self.side)
        return ink.map { ink in
            guard ink > 0 else { return 0 }
            let uneven = ink * (0.96 + 0.08 * random.bell())
            return UInt8(max(0, min(1, uneven)) * 255 + 0.5)
        }
    }

    /// A point of the shape's unit box as a point in the image, missed by a little.
    private func place(_ point: PenPoint, using random: inout SplitMix64) -> PenPoint {
        let u = (point.x - 0.5 + wobble * random.bell()) * width
        let v = (point.y - 0.5 + wobble * random.bell()) * height
        let centre = Float(Self.side) / 2
        return PenPoint(x: centre + x + u - slant * v, y: centre + y + v, isCorner: point.isCorner)
    }
}
