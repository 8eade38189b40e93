// Things with wheels that the scenes do not have otherwise: bicycles, motorbikes, buses and trains. They go to the
// right.

import Tensors

private let rubber = Paint(Colour(0.1, 0.1, 0.11), grain: 0.1)
private let steel = Paint(Colour(0.75, 0.76, 0.78), grain: 0.05)
private let pane = Paint(Colour(0.55, 0.72, 0.85), grain: 0.05, roundness: 0.4)

/// A band along a circle, with nothing in it.
private func ring(_ x: Float, _ y: Float, _ radius: Float, width: Float) -> Outline {
    let points = directions(perQuarter: 3).map { PenPoint.at(x + radius * $0.x, y + radius * $0.y) }
    return limb(points + [points[0]], width: width)
}

func bicycleSketch(using random: inout SplitMix64) -> Sketch {
    var sketch = Sketch()
    let frame = Paint(random.colour(hue: 0...1, 0.6...0.95, 0.45...0.95), grain: 0)
    for x: Float in [-0.29, 0.29] {
        for d in directions(perQuarter: 2).prefix(4) {
            let spoke = 0.17 * d
            sketch.paint(
                steel, limb([.at(x - spoke.x, 0.2 - spoke.y), .at(x + spoke.x, 0.2 + spoke.y)], width: 0.012))
        }
        sketch.paint(rubber, ring(x, 0.2, 0.19, width: 0.045))
    }
    let bars: [(PenPoint, PenPoint)] = [
        (.at(-0.29, 0.2), .at(-0.02, 0.2)), (.at(-0.02, 0.2), .at(-0.12, -0.13)), (.at(-0.29, 0.2), .at(-0.1, -0.06)),
        (.at(-0.1, -0.06), .at(0.2, -0.08)), (.at(-0.02, 0.2), .at(0.2, -0.08)), (.at(0.17, -0.18), .at(0.29, 0.2)),
    ]
    for (from, to) in bars { sketch.paint(frame, limb([from, to], width: 0.04)) }
    sketch.paint(rubber, ellipse(-0.13, -0.15, 0.09, 0.03))
    sketch.paint(steel, limb([.at(0.08, -0.24), .at(0.19, -0.2), .at(0.27, -0.25)], width: 0.035))
    return sketch
}

func motorbikeSketch(using random: inout SplitMix64) -> Sketch {
    var sketch = Sketch()
    let colour = random.colour(hue: 0...1, 0.6...0.95, 0.4...0.9)
    for x: Float in [-0.3, 0.3] {
        sketch.paint(rubber, ellipse(x, 0.22, 0.19, 0.19))
        sketch.paint(steel, ellipse(x, 0.22, 0.1, 0.1))
        sketch.paint(rubber, ellipse(x, 0.22, 0.04, 0.04))
    }
    sketch.paint(steel, limb([.at(0.3, 0.22), .at(0.16, -0.2)], width: 0.05))
    sketch.paint(steel, box(-0.13, 0.02, 0.1, 0.25), ellipse(-0.02, 0.14, 0.13, 0.13))
    sketch.paint(steel, limb([.at(0, 0.26), .at(-0.2, 0.3), .at(-0.46, 0.27)], width: 0.06))
    let tank = Paint(colour, grain: 0.03, roundness: 1)
    sketch.paint(
        tank,
        closedCurve([.at(-0.06, -0.06), .at(0.06, -0.17), .at(0.2, -0.13), .at(0.14, 0.03), .at(-0.02, 0.05)]))
    sketch.paint(rubber, closedCurve([.at(-0.42, -0.06), .at(-0.22, -0.09), .at(-0.03, -0.04), .at(-0.2, 0.02)]))
    sketch.paint(tank, closedCurve([.at(-0.46, 0.04), .at(-0.3, -0.02), .at(-0.12, 0.06), .at(-0.3, 0.08)]))
    sketch.paint(steel, limb([.at(0.08, -0.28), .at(0.17, -0.21)], width: 0.04))
    sketch.paint(Paint(Colour(1, 0.93, 0.6), grain: 0), ellipse(0.23, -0.18, 0.06, 0.06))
    return sketch
}

func busSketch(using random: inout SplitMix64) -> Sketch {
    var sketch = Sketch()
    let colour = random.pick([Colour(0.85, 0.15, 0.12), Colour(0.95, 0.75, 0.1), Colour(0.15, 0.4, 0.75)])
    let isDouble = random.happens(0.4)
    let roof: Float = isDouble ? -0.42 : -0.26
    let skin = Paint(colour * random.between(0.85, 1), grain: 0.05, roundness: 0.4)
    sketch.paint(
        skin,
        closedCurve([
            .corner(-0.48, 0.26), .corner(-0.48, roof), .corner(0.44, roof), .at(0.48, roof + 0.06),
            .corner(0.49, 0.26),
        ]))
    for top in isDouble ? [roof + 0.05, -0.09] : [roof + 0.06] {
        for x in stride(from: Float(-0.44), to: 0.3, by: 0.15) {
            sketch.paint(pane, box(x, top, x + 0.12, top + 0.19))
        }
        sketch.paint(pane, box(0.33, top, 0.47, top + 0.22))
    }
    sketch.paint(Paint(.white), box(-0.48, 0.15, 0.49, 0.18))
    for x: Float in [-0.28, 0.28] {
        sketch.paint(rubber, ellipse(x, 0.27, 0.1, 0.1))
        sketch.paint(steel, ellipse(x, 0.27, 0.045, 0.045))
    }
    return sketch
}

func trainSketch(using random: inout SplitMix64) -> Sketch {
    var sketch = Sketch()
    let (colour, roof) = (random.colour(hue: 0...1, 0.3...0.9, 0.3...0.7), random.between(0.3, 0.6))
    // Rails and sleepers, a locomotive with its cab and chimney, smoke.
    for x in stride(from: Float(-0.46), to: 0.5, by: 0.13) {
        sketch.paint(Paint(Colour(0.4, 0.28, 0.18)), box(x, 0.4, x + 0.06, 0.46))
    }
    sketch.paint(steel, box(-0.5, 0.37, 0.5, 0.41))
    for (k, size) in [Float(0.06), 0.08, 0.1].enumerated() {
        let puff = Paint(Colour(repeating: 0.85), grain: 0.3, roundness: 0.9, opacity: 0.85)
        sketch.paint(puff, ellipse(0.3 - 0.13 * Float(k), -0.38 - 0.02 * Float(k), size, 0.7 * size))
    }
    let boiler = Paint(colour, .stripes(5, .none), colour * 0.8, grain: 0.05, roundness: 1)
    sketch.paint(Paint(.black), box(0.26, -0.32, 0.36, -0.08))
    sketch.paint(boiler, box(-0.12, -0.12, 0.42, 0.22), ellipse(0.42, 0.05, 0.06, 0.17))
    sketch.paint(Paint(colour * 0.8), box(-0.46, -0.3, -0.1, 0.24))
    sketch.paint(Paint(Colour(repeating: roof)), box(-0.49, -0.35, -0.07, -0.28))
    sketch.paint(pane, box(-0.4, -0.22, -0.17, -0.04))
    sketch.paint(Paint(Colour(0.75, 0.12, 0.1)), [[0.36, 0.22], [0.5, 0.38], [0.36, 0.38]])
    for x: Float in [-0.34, -0.14, 0.06, 0.26] {
        sketch.paint(Paint(Colour(0.6, 0.12, 0.1)), ellipse(x, 0.28, 0.095, 0.095))
        sketch.paint(rubber, ellipse(x, 0.28, 0.04, 0.04))
    }
    sketch.paint(steel, limb([.at(-0.34, 0.28), .at(0.26, 0.28)], width: 0.03))
    return sketch
}
