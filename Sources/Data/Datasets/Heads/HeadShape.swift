// The shape of a head: an egg with 68 places on it, in the order that is usual for faces (jaw 0 to 16, brows 17 to 26,
// nose 27 to 35, eyes 36 to 47, lips 48 to 67).
//
// Millimetres from the middle of the head: x to the right in the picture, y down, z away from the camera. A face that
// looks into the camera looks along -z.

import Tensors

/// A place in space.
typealias Place = SIMD3<Float>

/// Somebody's looks.
struct HeadLooks: Sendable {
    /// How wide, high and deep the head is, compared with others; and how far apart the eyes are, how wide the mouth.
    let build: Place, eyes: Float, mouth: Float, nose: Float
    let skin, hair, lips, iris: Colour
    /// 0 for none, 1 short, 2 long.
    let hairLength: Int
    let hasGlasses, hasBeard: Bool
    let hairline: Float

    init(using random: inout SplitMix64) {
        build = [random.between(0.92, 1.1), random.between(0.93, 1.08), random.between(0.95, 1.05)]
        (eyes, mouth, nose) = (random.between(0.9, 1.12), random.between(0.85, 1.2), random.between(0.8, 1.25))
        skin = random.colour(hue: 0.03...0.09, 0.3...0.6, 0.35...0.95)
        hair =
            random.happens(0.25)
            ? random.colour(hue: 0.05...0.12, 0.05...0.3, 0.6...0.85)
            : random.colour(hue: 0.03...0.1, 0.3...0.8, 0.1...0.45)
        lips = skin.mixed(with: Colour(0.65, 0.15, 0.2), random.between(0.4, 0.8))
        iris = random.colour(hue: 0.05...0.6, 0.2...0.7, 0.2...0.55)
        hairLength = random.pick([0, 1, 1, 1, 2, 2])
        (hasGlasses, hasBeard) = (random.happens(0.35), random.happens(0.25) && hairLength < 2)
        hairline = random.between(-72, -58)
    }

    /// Half of the head's width, height and depth.
    var axes: Place { build * [76, 108, 95] }

    /// The surface at a place of the face, seen from the front, and so far before it.
    func surface(_ x: Float, _ y: Float, before: Float = 0) -> Place {
        let (p, axes) = (Point(x, y) * Point(build.x, build.y), axes)
        let (across, down) = (p.x / axes.x, p.y / axes.y)
        return [p.x, p.y, -axes.z * max(0, 1 - across * across - down * down).squareRoot() - before]
    }

    /// All 68 places.
    var places: [Place] {
        let jaw = directions(perQuarter: 8)[0...16].reversed().map { surface(0.93 * 76 * $0.x, 0.9 * 108 * $0.y) }
        let brow: [Point] = [[-56, -34], [-47, -41], [-37, -43], [-27, -41], [-18, -36]]
        let eye: [Point] = [[-46, -18], [-38, -24], [-28, -24], [-20, -18], [-28, -14], [-38, -14]]
        let outer: [Point] = [
            [-26, 58], [-16, 53], [-6, 51], [0, 52], [6, 51], [16, 53], [26, 58], [15, 65], [6, 68], [0, 69], [-6, 68],
            [-15, 65],
        ]
        let inner: [Point] = [[-22, 58], [-8, 56], [0, 57], [8, 56], [22, 58], [8, 61], [0, 62], [-8, 61]]
        func wide(_ points: [Point], _ factor: Float) -> [Place] { points.map { surface($0.x * factor, $0.y) } }
        func mirrored(_ points: [Point]) -> [Point] { points.map { [-$0.x, $0.y] } }
        let ridge: [Place] = [(-16, 6), (-2, 12), (12, 18), (26, 26)].map { surface(0, $0.0, before: nose * $0.1) }
        let base: [Place] = [(-16, 34, 5), (-8, 37, 10), (0, 38, 14), (8, 37, 10), (16, 34, 5)].map {
            surface($0.0, $0.1, before: nose * $0.2)
        }
        // The other eye begins at its inner corner, as the first does at its outer one: from left to right.
        let other = [3, 2, 1, 0, 5, 4].map { mirrored(eye)[$0] }
        return jaw + wide(brow, eyes) + wide(mirrored(brow).reversed(), eyes) + ridge + base + wide(eye, eyes)
            + wide(other, eyes) + wide(outer, mouth) + wide(inner, mouth)
    }
}

/// How a head is held, and where it is, in millimetres.
struct HeadPosition: Sendable {
    /// To the side, up and down, and towards a shoulder: tangents of half of the angles.
    var turn: Place
    var centre: Place

    /// The rows of the turn in space.
    var rotation: [Place] {
        let (yaw, pitch, roll) = (
            Turn(tangentOfHalf: turn.x), Turn(tangentOfHalf: turn.y), Turn(tangentOfHalf: turn.z)
        )
        func turned(_ p: Place) -> Place {
            let nod = pitch([p.y, p.z])
            let side = yaw([nod.y, p.x])
            let lean = roll([side.y, nod.x])
            return [lean.x, lean.y, side.x]
        }
        let columns = [turned([1, 0, 0]), turned([0, 1, 0]), turned([0, 0, 1])]
        return (0..<3).map { row in [columns[0][row], columns[1][row], columns[2][row]] }
    }

    /// A place of the head, in space.
    func callAsFunction(_ p: Place) -> Place { centre + turned(p) }
    /// A direction of the head, in space.
    func turned(_ p: Place) -> Place {
        let rows = rotation
        return [(rows[0] * p).sum(), (rows[1] * p).sum(), (rows[2] * p).sum()]
    }
}
