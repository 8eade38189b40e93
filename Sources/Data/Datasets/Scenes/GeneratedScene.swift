// One scene: all that was chosen for it.
//
// Real photographs never tell why a net gets them wrong. A generated scene could: what it shows, where, in what light
// and before what background is chosen here. Some choices are there to make it hard. Nothing is always at the same
// place or of the same colour, so that single pixels say little; and things of no interest lie about, so that it does
// not help to look for anything that stands out.

import Kernels
import Tensors

/// A thing with its place.
struct PlacedSketch: Sendable {
    var sketch: Sketch
    var placement: Placement
}

/// What an object of a scene can be.
protocol SceneSubject: Sendable {
    /// Where it is usually seen.
    var settings: [SceneSetting] { get }
    /// The largest usual turn, as the tangent of half of it.
    var tilt: Float { get }
    /// Draws one.
    func sketch(using random: inout SplitMix64) -> Sketch
}

extension SceneClass: SceneSubject {}

/// Everything that was chosen for one picture. It is the same picture at any size.
struct GeneratedScene: Sendable {
    /// What the objects are, from back to front. Only those of the ten classes are noted, not pets.
    let kinds: [SceneClass]
    let setting: SceneSetting
    let light: Light
    let behind, objects, inFront: [PlacedSketch]
    /// Where the remaining chance (the background, the noise of the camera) starts.
    let seed: UInt64

    /// How often an object is where it usually is, and not just anywhere.
    private static let habit: Float = 0.4

    /// - Parameter aspect: how wide and high the picture is, in lengths of its shorter side.
    init(_ subjects: [any SceneSubject], aspect: Point = [1, 1], using random: inout SplitMix64) {
        kinds = subjects.compactMap { $0 as? SceneClass }
        light = Light(using: &random)
        let anywhere = random.pick(SceneSetting.allCases)
        let usual = subjects.isEmpty ? anywhere : random.pick(subjects[0].settings)
        setting = random.happens(Self.habit) ? usual : anywhere
        let clutter = Clutter.common(in: setting)
        behind = (0..<random.whole(1...6)).map { _ in
            let place = Point(random.between(0, aspect.x), random.between(0.15, 1) * aspect.y)
            return PlacedSketch(random.pick(clutter), at: place, size: random.between(0.1, 0.4), using: &random)
        }
        let spots = Spot.spread(subjects.count, aspect, using: &random)
        objects = zip(subjects, spots).map { PlacedSketch($0, $1, using: &random) }
        inFront = spots.filter { _ in random.happens(0.3) }.map { spot in
            let size = spot.size * random.between(0.2, 0.45)
            return PlacedSketch(random.pick(clutter), at: spot.rim(using: &random), size: size, using: &random)
        }
        seed = random.next()
    }
}

extension PlacedSketch {
    /// An object.
    fileprivate init(_ kind: any SceneSubject, _ spot: Spot, using random: inout SplitMix64) {
        sketch = kind.sketch(using: &random)
        let turn = Turn(tangentOfHalf: random.between(-kind.tilt, kind.tilt))
        placement = Placement(
            at: spot.centre, size: spot.size, turn: turn, isMirrored: random.happens(0.5),
            skew: random.between(-0.12, 0.12))
        placement.wobble = random.between(0.01, 0.04)
        placement.noise = random.noise()
    }

    /// A piece of clutter.
    fileprivate init(_ clutter: Clutter, at place: Point, size: Float, using random: inout SplitMix64) {
        sketch = clutter.sketch(using: &random)
        placement = Placement(at: place, size: size, turn: Turn(tangentOfHalf: random.between(-0.15, 0.15)))
        placement.wobble = 0.04
        placement.noise = random.noise()
    }
}

// MARK: Who is where

/// Where an object is, and how large.
struct Spot: Sendable {
    var centre: Point
    var size: Float

    /// Somewhere in the picture, with room for all of the object.
    fileprivate init(size: Float, _ aspect: Point, using random: inout SplitMix64) {
        let margin = 0.56 * size
        centre = [random.between(margin, aspect.x - margin), random.between(margin, aspect.y - margin)]
        self.size = size
    }

    /// The share of the smaller of two spots that both have in common.
    func overlap(with other: Spot) -> Float {
        let d = other.centre - centre
        let smaller = min(size, other.size)
        let reach = (size + other.size) / 2
        let across = max(0, min(smaller, reach - abs(d.x)))
        return across * max(0, min(smaller, reach - abs(d.y))) / (smaller * smaller)
    }

    /// A place near the rim.
    fileprivate func rim(using random: inout SplitMix64) -> Point {
        let direction = Point(random.bell(), random.bell())
        let length = max(0.1, (direction * direction).sum().squareRoot())
        return centre + direction / length * size * 0.42
    }

    /// Spots for several objects. One may cover another's edge, as things do, but hardly more.
    static func spread(_ count: Int, _ aspect: Point, using random: inout SplitMix64) -> [Spot] {
        let sizes: (Float, Float) = count == 1 ? (0.48, 0.8) : count <= 3 ? (0.3, 0.5) : (0.26, 0.4)
        var spots: [Spot] = []
        for _ in 0..<count {
            let size = random.between(sizes.0, sizes.1)
            let candidates = (0..<30).map { _ in Spot(size: size, aspect, using: &random) }
            func worst(_ spot: Spot) -> Float { spots.map { $0.overlap(with: spot) }.max() ?? 0 }
            let fitting = candidates.first { worst($0) < 0.2 }
            spots.append(fitting ?? candidates.min { worst($0) < worst($1) }!)
        }
        return spots
    }
}
