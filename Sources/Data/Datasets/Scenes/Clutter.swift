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

    func sketch(using random: inout SplitMix64) -> Sketch {
        var sketch = Sketch()
        let colour = random.anyColour()
        switch self {
        case .rock:
            let grey = random.colour(hue: 0.05...0.15, 0...0.3, 0.3...0.7)
            sketch.paint(
                Paint(grey, .patches(6), grey * 0.8, grain: 0.4, roundness: 1), closedCurve(blob(using: &random)))
        case .bush:
            sketch.tufts(
                6, around: [0, 0], 0.5, 0.35, random.colour(hue: 0.18...0.38, 0.3...0.8, 0.3...0.7), using: &random)
        case .grass:
            sketch.grass(at: 0.3, from: -0.35, to: 0.35, using: &random);
            sketch.grass(at: 0.3, from: -0.3, to: 0.3, using: &random)
        case .flower: sketch.flower(colour)
        case .post: sketch.paint(Paint(colour * 0.7, .fibres(5)), limb([.at(0, -0.6), .at(0, 0.6)], width: 0.14))
        case .ball:
            sketch.paint(
                Paint(colour, random.pick([.plain, .stripes(3, .none), .dots(5)]), random.anyColour(), roundness: 1),
                ellipse(0, 0, 0.4, 0.4))
        case .crate:
            sketch.paint(
                Paint(colour, random.pick([.plain, .fibres(5), .bricks(6)])),
                box(-0.4, -random.between(0.2, 0.5), 0.4, 0.4))
        case .leaf:
            let hue = random.colour(hue: 0.03...0.35, 0.4...0.9, 0.35...0.8)
            sketch.paint(
                Paint(hue, .fibres(4)), closedCurve([.corner(-0.5, 0), .at(0, -0.2), .corner(0.5, 0), .at(0, 0.2)]))
        case .kite:
            sketch.paint(
                Paint(colour, random.pick([.plain, .stripes(4, .none)]), random.anyColour()),
                [[0, -0.45], [0.3, 0], [0, 0.45], [-0.3, 0]])
        case .cloud:
            sketch.paint(
                Paint(.white, grain: 0.2, roundness: 0.6, opacity: 0.85), ellipse(-0.25, 0.05, 0.25, 0.13),
                ellipse(0.02, -0.05, 0.27, 0.2), ellipse(0.28, 0.06, 0.22, 0.12))
        case .ring:
            let circle: PenStroke = [
                .at(0.4, 0), .at(0.28, 0.28), .at(0, 0.4), .at(-0.28, 0.28), .at(-0.4, 0), .at(-0.28, -0.28),
                .at(0, -0.4), .at(0.28, -0.28), .at(0.4, 0),
            ]
            sketch.paint(Paint(.white.mixed(with: colour, 0.3), opacity: 0.8), limb(circle, width: 0.1))
        }
        return sketch
    }
}

/// A roundish outline.
private func blob(using random: inout SplitMix64) -> PenStroke {
    (0..<8).map { i in
        let direction = Turn(tangentOfHalf: 0.414)
        var p: Point = [random.between(0.3, 0.5), 0]
        for _ in 0..<i { p = direction(p) }
        return .at(p.x, 0.7 * p.y)
    }
}

extension Sketch {
    fileprivate mutating func flower(_ colour: Colour) {
        paint(Paint(Colour(0.25, 0.5, 0.2)), limb([.at(0, 0), .at(0.03, 0.5)], width: 0.06))
        for k in 0..<6 {
            var p: Point = [0.2, 0]
            for _ in 0..<k { p = Turn(tangentOfHalf: 0.577)(p) }
            paint(Paint(colour), ellipse(p.x, p.y - 0.15, 0.14, 0.14))
        }
        paint(Paint(Colour(0.95, 0.8, 0.25)), ellipse(0, -0.15, 0.11, 0.11))
    }
}
