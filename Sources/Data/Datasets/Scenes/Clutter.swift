// Things that are no object: behind the objects, beside them, and sometimes in front of them.

import Tensors

/// A kind of thing that is beside the point.
enum Clutter: CaseIterable {
    case rock, bush, grass, flower, post, ball, crate, leaf, kite, cloud, ring

    /// What may lie about in a place.
    static func common(in setting: SceneSetting) -> [Clutter] {
        switch setting {
        case .sky: [.cloud, .cloud, .leaf, .kite, .ball]
        case .meadow: [.rock, .bush, .grass, .flower, .post, .ball, .kite, .crate]
        case .sea: [.rock, .ball, .post, .cloud, .crate, .kite]
        case .underwater: [.rock, .grass, .ring, .ring, .leaf, .ball]
        case .wood: [.rock, .bush, .grass, .leaf, .leaf, .flower, .post]
        case .street: [.post, .crate, .ball, .bush, .leaf, .kite]
        case .room: [.ball, .crate, .ring, .flower, .kite, .leaf]
        }
    }

    /// Draws one.
    func sketch(using random: inout SplitMix64) -> Sketch {
        var sketch = Sketch()
        switch self {
        case .rock: sketch.rock(using: &random)
        case .bush:
            let green = random.colour(hue: 0.18...0.38, 0.3...0.8, 0.3...0.7)
            sketch.tufts(6, around: [0, 0], 0.5, 0.35, green, using: &random)
        case .grass: sketch.grass(14, at: 0.3, from: -0.35, to: 0.35, using: &random)
        case .flower: sketch.flower(random.anyColour())
        case .leaf: sketch.leaf(random.colour(hue: 0.03...0.35, 0.4...0.9, 0.35...0.8))
        case .post:
            sketch.paint(Paint(random.anyColour() * 0.7, .fibres(5)), limb([.at(0, -0.6), .at(0, 0.6)], width: 0.14))
        case .ball:
            sketch.paint(
                random.anyPaint([.plain, .stripes(3, .none), .dots(5)], roundness: 1), ellipse(0, 0, 0.4, 0.4))
        case .crate:
            let top = -random.between(0.2, 0.5)
            sketch.paint(random.anyPaint([.plain, .fibres(5), .bricks(6)]), box(-0.4, top, 0.4, 0.4))
        case .kite:
            let outline: Outline = [[0, -0.45], [0.3, 0], [0, 0.45], [-0.3, 0]]
            sketch.paint(random.anyPaint([.plain, .stripes(4, .none)]), outline)
        case .cloud: sketch.cloud()
        case .ring: sketch.ring(.white.mixed(with: random.anyColour(), 0.3))
        }
        return sketch
    }
}

extension SplitMix64 {
    /// Paint in two colours.
    fileprivate mutating func anyPaint(_ patterns: [Pattern], roundness: Float = 0.5) -> Paint {
        Paint(anyColour(), pick(patterns), anyColour(), roundness: roundness)
    }
}

extension Sketch {
    fileprivate mutating func rock(using random: inout SplitMix64) {
        let grey = random.colour(hue: 0.05...0.15, 0...0.3, 0.3...0.7)
        let rim = directions(perQuarter: 2).map { direction in
            let p = random.between(0.3, 0.5) * direction
            return PenPoint.at(p.x, 0.7 * p.y)
        }
        paint(Paint(grey, .patches(6), grey * 0.8, grain: 0.4, roundness: 1), closedCurve(rim))
    }

    fileprivate mutating func flower(_ colour: Colour) {
        paint(Paint(Colour(0.25, 0.5, 0.2)), limb([.at(0, 0), .at(0.03, 0.5)], width: 0.06))
        for p in directions(perQuarter: 2) {
            paint(Paint(colour), ellipse(0.2 * p.x, 0.2 * p.y - 0.15, 0.12, 0.12))
        }
        paint(Paint(Colour(0.95, 0.8, 0.25)), ellipse(0, -0.15, 0.11, 0.11))
    }

    fileprivate mutating func leaf(_ colour: Colour) {
        let rim: PenStroke = [.corner(-0.5, 0), .at(0, -0.2), .corner(0.5, 0), .at(0, 0.2)]
        paint(Paint(colour, .fibres(4)), closedCurve(rim))
    }

    fileprivate mutating func cloud() {
        paint(
            Paint(.white, grain: 0.2, roundness: 0.6, opacity: 0.85), ellipse(-0.25, 0.05, 0.25, 0.13),
            ellipse(0.02, -0.05, 0.27, 0.2), ellipse(0.28, 0.06, 0.22, 0.12))
    }

    /// A bubble, a hoop.
    fileprivate mutating func ring(_ colour: Colour) {
        let circle = directions(perQuarter: 2).map { PenPoint.at(0.4 * $0.x, 0.4 * $0.y) }
        paint(Paint(colour, opacity: 0.8), limb(circle + [circle[0]], width: 0.1))
    }
}
