// Cups and houses.

import Tensors

// MARK: Cups

func cupSketch(using random: inout SplitMix64) -> Sketch {
    var sketch = Sketch()
    let colour = random.happens(0.4) ? random.colour(hue: 0.05...0.15, 0...0.15, 0.8...0.97) : random.anyColour()
    let pattern = random.pick([Pattern.plain, .stripes(6, Turn(tangentOfHalf: 1)), .stripes(7, .none), .dots(6)])
    let china = Paint(colour, pattern, random.anyColour(), grain: 0.06, roundness: 0.9)
    let plain = Paint(colour, grain: 0.06, roundness: 0.9)
    let foot = random.between(0.12, 0.27)
    if random.happens(0.45) {
        sketch.paint(plain, ellipse(0, 0.37, 0.46, 0.1))
        sketch.paint(Paint(colour * 0.75, grain: 0.05), ellipse(0, 0.36, 0.3, 0.055))
    }
    let handle: PenStroke = [.at(0.2, -0.1), .at(0.38, -0.12), .at(0.42, 0.04), .at(0.3, 0.17), .at(0.15, 0.18)]
    sketch.paint(plain, limb(handle, width: 0.07))
    sketch.paint(
        china,
        closedCurve([
            .corner(-0.29, -0.2), .corner(0.29, -0.2), .at(0.29, 0.02), .at(foot + 0.02, 0.33), .corner(foot, 0.37),
            .at(0, 0.4), .corner(-foot, 0.37), .at(-foot - 0.02, 0.33), .at(-0.29, 0.02),
        ]))
    sketch.paint(Paint(colour.mixed(with: .white, 0.5), roundness: 0.2), ellipse(0, -0.2, 0.29, 0.085))
    let drink = random.pick([Colour(0.25, 0.14, 0.07), Colour(0.5, 0.32, 0.2), Colour(0.6, 0.35, 0.08)])
    sketch.paint(Paint(drink, grain: 0.1, roundness: 0.2), ellipse(0, -0.19, 0.24, 0.06))
    if random.happens(0.6) { sketch.steam(using: &random) }
    sketch.mark("left rim", -0.26, -0.19)
    sketch.mark("right rim", 0.26, -0.19)
    sketch.mark("handle", 0.4, 0.02)
    return sketch
}

extension Sketch {
    fileprivate mutating func steam(using random: inout SplitMix64) {
        for x: Float in [-0.09, 0.07] {
            let sway = random.between(-0.06, 0.06)
            paint(
                Paint(.white, grain: 0, roundness: 0, opacity: 0.45),
                limb(
                    [.at(x, -0.24), .at(x + sway, -0.31), .at(x - sway, -0.39), .at(x + sway, -0.47)], width: 0.045,
                    to: 0.02))
        }
    }
}

// MARK: Houses

func houseSketch(using random: inout SplitMix64) -> Sketch {
    var sketch = Sketch()
    let wall =
        random.happens(0.5)
        ? random.colour(hue: 0...0.14, 0.1...0.65, 0.5...0.95) : random.colour(hue: 0...1, 0...0.35, 0.6...0.95)
    let pattern = random.pick([Pattern.plain, .bricks(12), .bricks(14), .stripes(9, Turn(tangentOfHalf: 1))])
    let half = random.between(0.3, 0.4)
    let eaves = random.between(-0.14, 0)
    if random.happens(0.7) {
        let x = random.between(-0.22, 0.16)
        sketch.paint(
            Paint(Colour(0.55, 0.3, 0.24), .bricks(16), Colour(0.75, 0.7, 0.65)), box(x, -0.47, x + 0.1, eaves))
    }
    sketch.paint(Paint(wall, pattern, wall * 0.75, roundness: 0.3), box(-half, eaves - 0.03, half, 0.47))
    let roof =
        random.happens(0.6)
        ? random.colour(hue: 0...0.06, 0.4...0.85, 0.35...0.75) : random.colour(hue: 0...1, 0...0.5, 0.25...0.6)
    let ridge = random.happens(0.6) ? 0 : random.between(0.15, 0.26)
    sketch.paint(
        Paint(roof, .scales(11), roof * 0.65, roundness: 0.3),
        [[-half - 0.1, eaves], [-ridge, -0.43], [ridge, -0.43], [half + 0.1, eaves]])
    let door = random.between(-0.12, 0.12)
    sketch.door(at: door, random.anyColour())
    for side: Float in [-1, 1] { sketch.window(side * (half - 0.11), max(0.02, eaves + 0.15)) }
    if ridge == 0 { sketch.paint(Paint(Colour(0.75, 0.85, 0.9)), ellipse(0, eaves - 0.13, 0.05, 0.05)) }
    sketch.mark("roof", 0, -0.38)
    sketch.mark("door", door, 0.38)
    sketch.mark("corner", -half + 0.04, 0.43)
    return sketch
}

extension Sketch {
    fileprivate mutating func door(at x: Float, _ colour: Colour) {
        paint(Paint(.white * 0.9), box(x - 0.09, 0.17, x + 0.09, 0.47))
        paint(Paint(colour * 0.8, .fibres(5)), box(x - 0.07, 0.19, x + 0.07, 0.47))
        paint(Paint(Colour(0.9, 0.75, 0.3), grain: 0), ellipse(x + 0.045, 0.34, 0.014, 0.014))
    }

    /// A window with a cross in it.
    fileprivate mutating func window(_ x: Float, _ y: Float) {
        paint(Paint(.white), box(x - 0.085, y - 0.085, x + 0.085, y + 0.085))
        for (dx, dy): (Float, Float) in [(-1, -1), (-1, 1), (1, -1), (1, 1)] {
            let (left, top) = (x + 0.037 * dx - 0.03, y + 0.037 * dy - 0.03)
            paint(Paint(Colour(0.3, 0.45, 0.6)), box(left, top, left + 0.06, top + 0.06))
        }
    }
}
