// A drawing of one thing: its parts, from back to front, and the places worth knowing.

import Tensors

/// An area with one paint.
struct Part: Sendable {
    var outlines: [Outline]
    var paint: Paint
}

/// A place of an object, before it is in a picture.
struct Mark: Sendable {
    var name: String
    var place: Point
}

/// One thing, drawn around the origin in a box of about one by one.
struct Sketch: Sendable {
    var parts: [Part] = []
    var marks: [Mark] = []

    /// Paints some outlines as one area, over all that is there.
    mutating func paint(_ paint: Paint, _ outlines: Outline...) {
        // One direction for all, so that areas add up.
        parts.append(Part(outlines: outlines.map { signedArea($0) < 0 ? $0.reversed() : $0 }, paint: paint))
    }

    /// Names a place: a key point.
    mutating func mark(_ name: String, _ x: Float, _ y: Float) {
        marks.append(Mark(name: name, place: [x, y]))
    }
}

/// Where a sketch is in a scene, how large, turned and skewed: where the axes of its box come to lie.
struct Placement: Sendable {
    var centre: Point
    var right: Point
    var down: Point
    /// A hand's inaccuracy: points are off by up to this share of the object's size, neighbours by nearly the same.
    var wobble: Float = 0
    var noise = Noise(seed: 0)

    /// - Parameter size: how long 1 is.
    init(at centre: Point, size: Float, turn: Turn = .none, isMirrored: Bool = false, skew: Float = 0) {
        self.centre = centre
        right = turn([isMirrored ? -size : size, 0])
        down = turn([skew * size, size])
    }

    /// A point of the sketch as a point of the scene.
    func callAsFunction(_ p: Point) -> Point {
        let shift = wobble * (2 * Point(noise(3 * p), noise(3 * p + 50)) - 1)
        return centre + (p.x + shift.x) * right + (p.y + shift.y) * down
    }

    /// The way back, without the wobble: for textures, which are fixed to the sketch.
    var inverse: (Point) -> Point {
        let determinant = right.x * down.y - right.y * down.x
        let (row0, row1) = (Point(down.y, -down.x) / determinant, Point(-right.y, right.x) / determinant)
        return { [centre] p in
            let d = p - centre
            return [(d * row0).sum(), (d * row1).sum()]
        }
    }
}
