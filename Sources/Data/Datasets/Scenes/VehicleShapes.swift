// Airplanes, boats and cars, going to the right.

import Tensors

/// The paint of glass.
private let glass = Paint(Colour(0.62, 0.78, 0.88), grain: 0.1, roundness: 0.8)
private let tyre = Paint(Colour(0.13, 0.13, 0.14), grain: 0.2)
private let metal = Paint(Colour(0.72, 0.73, 0.75), grain: 0.1)

// MARK: Airplanes

func airplaneSketch(using random: inout SplitMix64) -> Sketch {
    let body =
        random.happens(0.6)
        ? random.colour(hue: 0.5...0.65, 0...0.12, 0.7...0.97) : random.anyColour()
    let mark = random.anyColour()
    return random.happens(0.6)
        ? airplaneFromTheSide(body, mark, using: &random) : airplaneFromAbove(body, mark, using: &random)
}

private func airplaneFromTheSide(_ body: Colour, _ stripe: Colour, using random: inout SplitMix64) -> Sketch {
    var sketch = Sketch()
    let (skin, dark) = (Paint(body, roundness: 0.9), Paint(body * 0.7))
    let sweep = random.between(-0.06, 0.06)
    sketch.paint(dark, [[0.1, -0.04], [-0.1 + sweep, -0.26], [-0.18 + sweep, -0.26], [-0.08, -0.04]])
    sketch.paint(Paint(stripe), [[-0.24, -0.05], [-0.38, -0.3], [-0.49, -0.3], [-0.43, -0.02]])
    sketch.paint(
        skin,
        closedCurve([
            .at(0.49, 0.03), .at(0.42, -0.05), .at(0.26, -0.09), .at(-0.2, -0.08), .corner(-0.48, -0.06),
            .at(-0.28, 0.06), .at(0, 0.09), .at(0.3, 0.09), .at(0.46, 0.07),
        ]))
    sketch.paint(Paint(stripe), [[-0.4, 0], [0.47, 0.02], [0.46, 0.05], [-0.3, 0.035]])
    let windows = stride(from: Float(-0.26), to: 0.3, by: 0.07).map { box($0, -0.05, $0 + 0.035, -0.012) }
    for window in windows { sketch.paint(Paint(Colour(0.2, 0.28, 0.36), grain: 0), window) }
    sketch.paint(glass, [[0.33, -0.065], [0.41, -0.045], [0.44, -0.01], [0.34, -0.01]])
    sketch.paint(metal, ellipse(0.02, 0.15, 0.08, 0.04))
    sketch.paint(dark, [[0.12, 0.03], [-0.14 + sweep, 0.32], [-0.24 + sweep, 0.32], [-0.1, 0.03]])
    sketch.paint(dark, [[-0.33, -0.01], [-0.46, 0.09], [-0.51, 0.09], [-0.43, -0.01]])
    sketch.mark("nose", 0.45, 0.03)
    sketch.mark("wing tip", -0.18 + sweep, 0.29)
    sketch.mark("tail", -0.42, -0.25)
    return sketch
}

private func airplaneFromAbove(_ body: Colour, _ stripe: Colour, using random: inout SplitMix64) -> Sketch {
    var sketch = Sketch()
    let skin = Paint(body, roundness: 0.9)
    let sweep = random.between(-0.1, 0.08)
    for side: Float in [-1, 1] {
        sketch.paint(metal, ellipse(0.04, side * 0.19, 0.07, 0.03))
        sketch.paint(
            Paint(body * 0.88),
            [[0.16, side * 0.03], [-0.1 + sweep, side * 0.48], [-0.2 + sweep, side * 0.48], [-0.08, side * 0.03]])
        sketch.paint(Paint(stripe), [[-0.3, 0], [-0.42, side * 0.19], [-0.5, side * 0.19], [-0.44, 0]])
        sketch.paint(
            Paint(stripe),
            [
                [-0.06 + sweep, side * 0.41], [-0.1 + sweep, side * 0.48], [-0.2 + sweep, side * 0.48],
                [-0.18 + sweep, side * 0.41],
            ])
    }
    sketch.paint(
        skin,
        closedCurve([
            .at(0.49, 0), .at(0.4, -0.055), .at(0.05, -0.065), .corner(-0.48, -0.02), .corner(-0.48, 0.02),
            .at(0.05, 0.065), .at(0.4, 0.055),
        ]))
    sketch.paint(Paint(Colour(0.2, 0.28, 0.36), grain: 0), [[0.4, -0.035], [0.44, 0], [0.4, 0.035], [0.37, 0]])
    sketch.mark("nose", 0.45, 0)
    sketch.mark("wing tip", -0.13 + sweep, 0.45)
    sketch.mark("tail", -0.44, 0)
    return sketch
}

// MARK: Boats

func boatSketch(using random: inout SplitMix64) -> Sketch {
    var sketch = Sketch()
    let isSailing = random.happens(0.65)
    if isSailing { sketch.sails(using: &random) } else { sketch.cabin(using: &random) }
    let colour = random.anyColour()
    let pattern: Pattern = random.happens(0.5) ? .fibres(6) : .plain
    sketch.paint(
        Paint(colour, pattern, colour * 0.6),
        closedCurve([
            .corner(-0.46, 0.18), .corner(0.48, 0.18), .at(0.4, 0.32), .corner(0.3, 0.43), .corner(-0.3, 0.43),
            .at(-0.4, 0.33),
        ]))
    sketch.paint(
        Paint(random.happens(0.5) ? .white : colour * 0.5),
        [[-0.46, 0.18], [0.48, 0.18], [0.455, 0.235], [-0.445, 0.235]])
    let foam: PenStroke = [.at(-0.42, 0.44), .at(-0.2, 0.41), .at(0, 0.445), .at(0.2, 0.41), .at(0.44, 0.44)]
    sketch.paint(Paint(.white, opacity: 0.7), limb(foam, width: 0.05, to: 0.03))
    sketch.mark("bow", 0.42, 0.23)
    sketch.mark("stern", -0.4, 0.23)
    if isSailing { sketch.mark("top", 0, -0.4) } else { sketch.mark("top", -0.02, -0.2) }
    return sketch
}

extension Sketch {
    fileprivate mutating func sails(using random: inout SplitMix64) {
        let cloth = random.happens(0.6) ? Colour(0.94, 0.92, 0.86) : random.anyColour()
        let stripes: Pattern = random.happens(0.35) ? .stripes(6, Turn(tangentOfHalf: 1)) : .plain
        let sail = Paint(cloth, stripes, random.anyColour(), roundness: 0.8)
        let reach = random.between(0.26, 0.4)
        paint(Paint(Colour(0.35, 0.24, 0.16)), limb([.at(0, -0.48), .at(0, 0.2)], width: 0.035))
        paint(
            sail,
            closedCurve([
                .corner(-0.03, -0.45), .at(-0.1 - reach * 0.4, -0.12), .corner(-reach, 0.13), .corner(-0.03, 0.13),
            ]))
        guard random.happens(0.8) else { return }
        paint(sail, closedCurve([.corner(0.03, -0.38), .at(0.2, -0.12), .corner(0.36, 0.13), .corner(0.03, 0.13)]))
    }

    fileprivate mutating func cabin(using random: inout SplitMix64) {
        let (wall, chimney) = (random.happens(0.6) ? Colour.white : random.anyColour(), random.anyColour())
        let x = random.between(-0.1, 0.05)
        for (i, size) in [Float(0.06), 0.08, 0.07].enumerated() {
            let puff = Paint(Colour(repeating: 0.75), grain: 0.3, roundness: 0.9, opacity: 0.8)
            paint(puff, ellipse(x - 0.08 - 0.09 * Float(i), -0.36 - 0.03 * Float(i), size, size * 0.7))
        }
        paint(Paint(chimney, roundness: 0.8), box(x - 0.05, -0.32, x + 0.09, 0))
        paint(Paint(.black), box(x - 0.05, -0.32, x + 0.09, -0.25))
        paint(Paint(wall), box(-0.28, -0.02, 0.24, 0.19))
        paint(Paint(wall * 0.7), box(-0.31, -0.05, 0.28, 0))
        for place: Float in [-0.22, -0.06, 0.1] { paint(glass, box(place, 0.04, place + 0.09, 0.12)) }
    }
}

// MARK: Cars

func carSketch(using random: inout SplitMix64) -> Sketch {
    var sketch = Sketch()
    let colour = random.happens(0.25) ? random.colour(hue: 0...1, 0...0.1, 0.2...0.95) : random.anyColour()
    let paint = Paint(colour, grain: 0.08, roundness: 0.9)
    let roof = random.between(-0.3, -0.24)
    sketch.paint(Paint(.black, roundness: 0), box(-0.42, 0.1, 0.42, 0.22))
    if random.happens(0.65) {
        sketch.saloon(paint, roof, rear: random.between(-0.44, -0.24))
    } else {
        sketch.van(paint, roof - 0.02)
    }
    sketch.paint(Paint(colour * 0.55), box(-0.47, 0.12, 0.47, 0.17))
    let wheel = random.between(0.1, 0.125)
    for x: Float in [-0.27, 0.27] {
        sketch.paint(tyre, ellipse(x, 0.19, wheel, wheel))
        sketch.paint(metal, ellipse(x, 0.19, wheel * 0.5, wheel * 0.5))
        sketch.paint(tyre, ellipse(x, 0.19, wheel * 0.15, wheel * 0.15))
    }
    sketch.paint(Paint(Colour(1, 0.93, 0.6), grain: 0), ellipse(0.445, 0.055, 0.03, 0.035))
    sketch.paint(Paint(Colour(0.85, 0.12, 0.1), grain: 0), box(-0.485, 0.02, -0.455, 0.08))
    sketch.mark("front wheel", 0.27, 0.19)
    sketch.mark("rear wheel", -0.27, 0.19)
    sketch.mark("roof", -0.04, roof + 0.04)
    return sketch
}

extension Sketch {
    /// - Parameter rear: where the rear window ends: near the tail or far from it.
    fileprivate mutating func saloon(_ skin: Paint, _ roof: Float, rear: Float) {
        paint(
            skin,
            closedCurve([
                .corner(-0.48, 0.17), .at(-0.49, 0.03), .corner(min(rear, -0.3), -0.04),
                .corner(rear + 0.1, roof + 0.03),
                .at(0, roof), .corner(0.12, roof + 0.03), .corner(0.25, -0.05), .at(0.42, -0.01), .at(0.49, 0.08),
                .corner(0.48, 0.17),
            ]))
        paint(glass, [[0.02, roof + 0.05], [0.1, roof + 0.06], [0.2, -0.04], [0.02, -0.04]])
        paint(glass, [[-0.03, roof + 0.05], [rear + 0.13, roof + 0.06], [rear + 0.07, -0.04], [-0.03, -0.04]])
        paint(Paint(skin.colour * 0.6), box(-0.01, -0.04, 0, 0.12))
        paint(Paint(.black), box(0.03, 0, 0.09, 0.02))
    }

    fileprivate mutating func van(_ skin: Paint, _ roof: Float) {
        paint(
            skin,
            closedCurve([
                .corner(-0.48, 0.17), .corner(-0.48, roof + 0.02), .at(-0.44, roof), .corner(0.14, roof),
                .corner(0.3, -0.07),
                .at(0.45, -0.02), .corner(0.48, 0.17),
            ]))
        paint(glass, [[0.05, roof + 0.05], [0.13, roof + 0.05], [0.25, -0.06], [0.05, -0.06]])
        for x: Float in [-0.42, -0.19] { paint(glass, box(x, roof + 0.05, x + 0.18, -0.06)) }
        paint(Paint(skin.colour * 0.6), box(0.02, -0.22, 0.03, 0.12))
    }
}
