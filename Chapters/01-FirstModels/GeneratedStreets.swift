// Streets that are drawn, as a car would see them: the stand-in for CamVid, in the same files. Each pixel is drawn
// twice, as a colour and as the code of what it shows.

import Common
import Figures
import Foundation
import Tensors

/// A drawn street with its mask.
struct DrawnStreet {
    static let codes = ["sky", "building", "pavement", "road", "tree", "car", "void"]
    static let width = 64, height = 48

    private(set) var picture = Raster(width: width, height: height, fill: .white)
    private(set) var mask = [UInt8](repeating: 6, count: width * height)

    init(using random: inout SplitMix64) {
        let horizon = Int.random(in: 17...24, using: &random)
        let sky = Colour(150, 190, 235).mixed(with: Colour(205, 205, 210), Double.random(in: 0...1, using: &random))
        paint(0, sky) { _, _ in true }
        var left = -4
        while left < Self.width {
            let (wide, high) = (Int.random(in: 8...18, using: &random), Int.random(in: 4...15, using: &random))
            let (from, to, top) = (left, left + wide, horizon - high)
            let grey = UInt8.random(in: 70...150, using: &random)
            let wall = Colour(grey, grey, grey).mixed(
                with: Colour(150, 80, 60), Double.random(in: 0...1, using: &random))
            paint(1, wall) { x, y in (from..<to).contains(x) && (top..<horizon).contains(y) }
            left = to + Int.random(in: 0...5, using: &random)
        }
        paint(2, Colour(165, 155, 145)) { _, y in y >= horizon }
        let (middle, spread) = (
            Double.random(in: 26...38, using: &random), Double.random(in: 0.9...1.4, using: &random)
        )
        paint(3, Colour(85, 85, 92)) { x, y in
            y >= horizon && abs(Double(x) - middle) < 3 + spread * Double(y - horizon)
        }
        for _ in 0..<Int.random(in: 1...3, using: &random) { tree(horizon, using: &random) }
        for _ in 0..<Int.random(in: 1...3, using: &random) { car(horizon, middle, spread, using: &random) }
        grain(using: &random)
    }

    private mutating func tree(_ horizon: Int, using random: inout SplitMix64) {
        let isLeft = Bool.random(using: &random)
        let x = Double(Int.random(in: isLeft ? 3...14 : 50...61, using: &random))
        let foot = horizon + Int.random(in: 2...10, using: &random)
        let size = 4 + Double(foot - horizon) * 0.5
        let crown = Double(foot) - 2.3 * size
        let leaves = Colour(60, 120, 50).mixed(with: Colour(130, 140, 60), Double.random(in: 0...1, using: &random))
        paint(4, Colour(95, 70, 50)) { px, py in abs(Double(px) - x) < 1.2 && (Int(crown)..<foot).contains(py) }
        paint(4, leaves) { px, py in
            let away = SIMD2(Double(px) - x, Double(py) - crown)
            return (away * away).sum() < size * size
        }
    }

    private mutating func car(_ horizon: Int, _ middle: Double, _ spread: Double, using random: inout SplitMix64) {
        let foot = horizon + Int.random(in: 6...20, using: &random)
        let size = 3 + Double(foot - horizon) * 0.35
        let reach = spread * Double(foot - horizon) * 0.6
        let x = middle + Double.random(in: -reach...reach, using: &random)
        let paints = [Colour(200, 40, 40), Colour(40, 70, 180), Colour(235, 235, 240), Colour(30, 30, 35)]
        let colour = paints.randomElement(using: &random)!
        let top = Double(foot) - 1.1 * size
        paint(5, colour) { px, py in
            abs(Double(px) - x) < size && Double(py) >= top + size * 0.4 && py < foot
        }
        paint(5, Colour(150, 175, 190)) { px, py in
            abs(Double(px) - x) < size * 0.7 && Double(py) >= top && Double(py) < top + size * 0.4
        }
        paint(5, Colour(15, 15, 15)) { px, py in
            py >= foot - 1 && py <= foot && abs(abs(Double(px) - x) - size * 0.7) < 1
        }
    }

    /// What a shape covers gets its colour and its code.
    private mutating func paint(_ code: UInt8, _ colour: Colour, _ covers: (_ x: Int, _ y: Int) -> Bool) {
        for y in 0..<Self.height {
            for x in 0..<Self.width where covers(x, y) {
                picture[x, y] = colour
                mask[y * Self.width + x] = code
            }
        }
    }

    /// The camera's noise.
    private mutating func grain(using random: inout SplitMix64) {
        let pixels = picture.pixels.map { UInt8(max(0, min(255, Int($0) + Int(random.next() % 25) - 12))) }
        picture = Raster(width: Self.width, height: Self.height, channels: 3, pixels: pixels)
    }

    /// Writes `images`, `labels` and `codes.txt` into a folder.
    static func write(_ count: Int, seed: UInt64, to folder: URL) throws {
        for name in ["images", "labels"] { try makeFolder(folder.appending(path: name)) }
        for number in 0..<count {
            var random = SplitMix64(seed: seed &+ UInt64(number) &* 0x9E37_79B9_7F4A_7C15)
            let street = DrawnStreet(using: &random)
            try street.picture.pngData().write(to: folder.appending(path: "images/street_\(number).png"))
            try Raster(width: width, height: height, pixels: street.mask).pngData()
                .write(to: folder.appending(path: "labels/street_\(number)_P.png"))
        }
        try Data((codes.joined(separator: "\n") + "\n").utf8).write(to: folder.appending(path: "codes.txt"))
    }
}
