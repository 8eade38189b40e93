// Mushrooms and trees.

import Tensors

// MARK: Mushrooms

func mushroomSketch(using random: inout SplitMix64) -> Sketch {
    var sketch = Sketch()
    let isRed = random.happens(0.4)
    let colour =
        isRed
        ? random.colour(hue: -0.02...0.05, 0.7...0.95, 0.6...0.9)
        : random.colour(hue: 0.03...0.13, 0.2...0.75, 0.35...0.85)
    let pattern: Pattern = isRed || random.happens(0.3) ? .dots(random.between(5, 7)) : .patches(4)
    let cap = Paint(colour, pattern, pattern.isDots ? .white : colour * 0.8, roundness: 1)
    let flesh = Paint(
        random.colour(hue: 0.08...0.14, 0.05...0.3, 0.75...0.95), .fibres(3), Colour(0.75, 0.68, 0.55), roundness: 0.8)
    let (stem, bulge) = (random.between(0.07, 0.13), random.between(0.02, 0.1))
    sketch.paint(
        flesh,
        closedCurve([
            .corner(-stem, -0.04), .corner(stem, -0.04), .at(stem, 0.2), .at(stem + bulge, 0.43), .at(0, 0.48),
            .at(-stem - bulge, 0.43), .at(-stem, 0.2),
        ]))
    let peak = random.between(-0.48, -0.36)
    sketch.paint(
        Paint(Colour(0.85, 0.78, 0.66), .stripes(16, .none), Colour(0.62, 0.53, 0.42)), ellipse(0, 0, 0.38, 0.085))
    if random.happens(0.4) { sketch.paint(flesh, ellipse(0, 0.12, stem + 0.06, 0.045)) }
    sketch.paint(
        cap,
        closedCurve([
            .corner(-0.45, 0.02), .at(-0.38, peak * 0.55), .at(-0.16, peak), .at(0.16, peak), .at(0.38, peak * 0.55),
            .corner(0.45, 0.02), .at(0.2, -0.03), .at(-0.2, -0.03),
        ]))
    sketch.grass(at: 0.46, from: -0.25, to: 0.25, using: &random)
    sketch.mark("top", 0, peak + 0.05)
    sketch.mark("left rim", -0.4, -0.03)
    sketch.mark("foot", 0, 0.4)
    return sketch
}

extension Pattern {
    fileprivate var isDots: Bool { if case .dots = self { true } else { false } }
}

extension Sketch {
    /// Blades of grass in a row.
    mutating func grass(at y: Float, from left: Float, to right: Float, using random: inout SplitMix64) {
        for _ in 0..<7 {
            let (x, lean) = (random.between(left, right), random.between(-0.08, 0.08))
            let green = random.colour(hue: 0.22...0.36, 0.4...0.8, 0.25...0.65)
            let tip = y - random.between(0.08, 0.2)
            paint(
                Paint(green),
                limb([.at(x, y + 0.02), .at(x + lean / 3, y - 0.05), .at(x + lean, tip)], width: 0.035, to: 0.01))
        }
    }

    /// A heap of round tufts: the crown of a tree, a bush.
    mutating func tufts(
        _ count: Int, around centre: Point, _ across: Float, _ down: Float, _ colour: Colour,
        using random: inout SplitMix64
    ) {
        for layer in 0..<3 {
            let light = 0.65 + 0.2 * Float(layer)
            let leaves = Paint(colour * light, .patches(14), colour * light * 0.65, grain: 0.5, roundness: 0.8)
            let reach: Float = [1, 0.85, 0.6][layer]
            let rise: Float = [0.08, 0, -0.12][layer] * down
            let blobs = (0..<count).map { _ in
                let (x, y) = inDisc(using: &random)
                let size = random.between(0.3, 0.5)
                return ellipse(
                    centre.x + x * across * reach * 0.65, centre.y + rise + y * down * reach * 0.65,
                    size * across * reach,
                    size * down * reach)
            }
            parts.append(Part(outlines: blobs, paint: leaves))
        }
    }
}

/// A point in the disc of radius 1, with even chances.
private func inDisc(using random: inout SplitMix64) -> (Float, Float) {
    while true {
        let (x, y) = (random.between(-1, 1), random.between(-1, 1))
        if x * x + y * y < 1 { return (x, y) }
    }
}

// MARK: Trees

func treeSketch(using random: inout SplitMix64) -> Sketch {
    random.happens(0.65) ? leafyTree(using: &random) : conifer(using: &random)
}

private func bark(using random: inout SplitMix64) -> Paint {
    let colour = random.colour(hue: 0.05...0.11, 0.2...0.6, 0.25...0.55)
    return Paint(colour, .stripes(22, .none), colour * 0.7, grain: 0.4, roundness: 0.8)
}

private func leafyTree(using random: inout SplitMix64) -> Sketch {
    var sketch = Sketch()
    let wood = bark(using: &random)
    let crown = random.between(0.3, 0.44)
    let autumn = random.happens(0.3)
    let colour =
        autumn
        ? random.colour(hue: 0.03...0.15, 0.6...0.9, 0.5...0.9)
        : random.colour(hue: 0.2...0.38, 0.4...0.85, 0.35...0.75)
    sketch.paint(
        wood, limb([.at(0, 0.49), .at(random.between(-0.03, 0.03), 0.2), .at(0, -0.1)], width: 0.16, to: 0.08),
        limb([.at(0, 0.2), .at(-0.18, -0.05)], width: 0.07, to: 0.03),
        limb([.at(0, 0.22), .at(0.19, -0.03)], width: 0.07, to: 0.03))
    sketch.tufts(9, around: [0, -0.18], crown, 0.3, colour, using: &random)
    sketch.mark("top", 0, -0.36)
    sketch.mark("crown", 0, -0.15)
    sketch.mark("foot", 0, 0.45)
    return sketch
}

private func conifer(using random: inout SplitMix64) -> Sketch {
    var sketch = Sketch()
    sketch.paint(bark(using: &random), box(-0.05, 0.3, 0.05, 0.49))
    let green = random.colour(hue: 0.28...0.45, 0.35...0.75, 0.25...0.55)
    let width = random.between(0.24, 0.36)
    for level in 0..<4 {
        let (top, half) = (0.12 - 0.2 * Float(level), width * (1 - 0.2 * Float(level)))
        let needles = Paint(green * (0.8 + 0.1 * Float(level)), .patches(16), green * 0.5, grain: 0.5, roundness: 0.6)
        let jags = stride(from: Float(-1), through: 1, by: 0.25).enumerated().map { i, x in
            Point(x * half, top + 0.25 + (i % 2 == 0 ? 0.03 : -0.03))
        }
        sketch.paint(needles, [[0, top - 0.02]] + jags.reversed())
    }
    sketch.mark("top", 0, -0.42)
    sketch.mark("crown", 0, 0)
    sketch.mark("foot", 0, 0.45)
    return sketch
}
