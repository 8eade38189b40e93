// Noise: the grain of wood, the leaves of a tree, the clouds.
//
// Every crossing of a grid has a random value, which a hash of its two whole numbers gives: nothing is stored, and any
// pixel can be asked for, in any order. Between the crossings the values flow into one another. Noise on a fine grid
// added to noise on a coarse one looks like most things in nature.

import Tensors

/// A field of values in 0...1, another one for every seed. One grid cell is as long as 1.
struct Noise: Sendable {
    var seed: UInt32

    /// The value at a place.
    func callAsFunction(_ p: Point) -> Float {
        let corner = p.rounded(.down)
        let (column, row) = (Self.whole(corner.x), Self.whole(corner.y))
        // 3t² − 2t³ goes from 0 to 1 and is flat at both ends, so no grid is seen.
        let t = p - corner
        let s = t * t * (3 - 2 * t)
        let top = at(column, row) + (at(column &+ 1, row) - at(column, row)) * s.x
        let bottom = at(column, row &+ 1) + (at(column &+ 1, row &+ 1) - at(column, row &+ 1)) * s.x
        return top + (bottom - top) * s.y
    }

    /// Three fields, each twice as fine and half as strong as the one before.
    func cloudy(_ p: Point) -> Float {
        (4 * self(p) + 2 * self(2 * p + 17) + self(4 * p + 31)) / 7
    }

    /// The value of one crossing.
    func at(_ column: Int32, _ row: Int32) -> Float {
        var hash = UInt32(bitPattern: column) &* 0x9E37_79B1 ^ UInt32(bitPattern: row) &* 0x85EB_CA77 ^ seed
        hash = (hash ^ hash >> 15) &* 0x2C1B_3C6D
        hash = (hash ^ hash >> 12) &* 0x297A_2D39
        return Float((hash ^ hash >> 15) >> 8) / 16_777_216
    }

    /// A whole number that is too large for the grid stays at its end.
    static func whole(_ x: Float) -> Int32 { Int32(max(-1e9, min(1e9, x))) }
}

extension SplitMix64 {
    /// A field of its own for every thing.
    mutating func noise() -> Noise { Noise(seed: UInt32(truncatingIfNeeded: next())) }
}
