// Things that stand in rooms: bottles, chairs, tables, plants, sofas and screens.

import Tensors

func bottleSketch(using random: inout SplitMix64) -> Sketch {
    var sketch = Sketch()
    let colour = random.pick([Colour(0.12, 0.4, 0.2), Colour(0.35, 0.2, 0.1), Colour(0.6, 0.8, 0.85)])
    let (glass, half) = (Paint(colour, grain: 0.05, roundness: 1), random.between(0.12, 0.16))
    sketch.paint(
        glass,
        closedCurve([
            .corner(-0.05, -0.44), .corner(0.05, -0.44), .at(0.055, -0.25), .at(half, -0.08), .at(half, 0.4),
            .corner(half - 0.02, 0.48), .corner(0.02 - half, 0.48), .at(-half, 0.4), .at(-half, -0.08),
            .at(-0.055, -0.25),
        ]))
    sketch.paint(Paint(random.colour(hue: 0...0.15, 0.5...0.9, 0.6...0.95)), box(-0.06, -0.49, 0.06, -0.42))
    sketch.paint(Paint(.white, .stripes(10, Turn(tangentOfHalf: 1)), random.anyColour()), box(-half, 0.06, half, 0.3))
    return sketch
}

func chairSketch(using random: inout SplitMix64) -> Sketch {
    var sketch = Sketch()
    let wood = Paint(random.colour(hue: 0.05...0.11, 0.4...0.8, 0.35...0.75), .fibres(6))
    let side: Float = 0.24
    // The back with its bars, the seat, the legs.
    for x in [-side, 0, side] { sketch.paint(wood, limb([.at(x, -0.46), .at(x, 0.06)], width: 0.05)) }
    for y: Float in [-0.44, -0.27, -0.1] { sketch.paint(wood, limb([.at(-side, y), .at(side, y)], width: 0.06)) }
    for (x, foot): (Float, Float) in [(-side, 0.42), (side, 0.42), (-side - 0.05, 0.49), (side + 0.05, 0.49)] {
        sketch.paint(wood, limb([.at(x, 0.08), .at(x, foot)], width: 0.05))
    }
    let seat = random.happens(0.5) ? Paint(random.anyColour(), roundness: 0.7) : wood
    sketch.paint(seat, [[-side, 0.03], [side, 0.03], [side + 0.09, 0.16], [-side - 0.09, 0.16]])
    return sketch
}

func tableSketch(using random: inout SplitMix64) -> Sketch {
    var sketch = Sketch()
    let wood = Paint(random.colour(hue: 0.04...0.1, 0.5...0.8, 0.3...0.55), .fibres(8))
    for x: Float in [-0.4, -0.28, 0.28, 0.4] { sketch.paint(wood, limb([.at(x, 0), .at(x, 0.42)], width: 0.05)) }
    let cloth = random.happens(0.6) ? Paint(.white, .stripes(8, .none), random.anyColour(), roundness: 0.2) : wood
    sketch.paint(
        cloth, [[-0.34, -0.16], [0.34, -0.16], [0.49, 0.04], [0.49, 0.12], [-0.49, 0.12], [-0.49, 0.04]])
    // Plates, and something on them.
    for x: Float in [-0.22, 0.2] {
        sketch.paint(Paint(.white, grain: 0, roundness: 0.9), ellipse(x, -0.04, 0.13, 0.05))
        sketch.paint(Paint(random.colour(hue: 0...0.3, 0.6...0.9, 0.5...0.9)), ellipse(x, -0.05, 0.06, 0.03))
    }
    return sketch
}

func plantSketch(using random: inout SplitMix64) -> Sketch {
    var sketch = Sketch()
    let pot = Paint(random.colour(hue: 0.02...0.06, 0.55...0.75, 0.55...0.75), roundness: 1)
    sketch.paint(pot, [[-0.2, 0.16], [0.2, 0.16], [0.14, 0.48], [-0.14, 0.48]])
    sketch.paint(pot, box(-0.23, 0.11, 0.23, 0.2))
    if random.happens(0.5) {
        let green = random.colour(hue: 0.24...0.36, 0.5...0.8, 0.4...0.7)
        sketch.tufts(8, around: [0, -0.14], 0.36, 0.28, green, using: &random)
    } else {
        for lean: Float in [-0.42, -0.25, -0.08, 0.1, 0.27, 0.42] {
            let green = random.colour(hue: 0.24...0.36, 0.5...0.8, 0.35...0.7)
            let tip = -0.48 + lean * lean + random.between(0, 0.08)
            sketch.paint(
                Paint(green, .fibres(5)),
                limb([.at(lean / 6, 0.14), .at(lean * 0.6, -0.12), .at(lean, tip)], width: 0.11, to: 0.02))
        }
    }
    return sketch
}

func sofaSketch(using random: inout SplitMix64) -> Sketch {
    var sketch = Sketch()
    let colour = random.colour(hue: 0...1, 0.3...0.8, 0.35...0.8)
    let pattern = random.pick([Pattern.plain, .stripes(10, .none), .dots(12)])
    let (cloth, arm) = (
        Paint(colour, pattern, colour * 0.75, roundness: 0.6), Paint(colour * 0.8, grain: 0.1, roundness: 1)
    )
    for x: Float in [-0.36, 0.36] { sketch.paint(Paint(.black), box(x - 0.03, 0.26, x + 0.03, 0.36)) }
    for x: Float in [-0.2, 0.2] {
        sketch.paint(cloth, closedCurve([.at(x - 0.2, -0.1), .at(x, -0.27), .at(x + 0.2, -0.1), .at(x, 0.12)]))
        sketch.paint(cloth, box(x - 0.2, -0.2, x + 0.2, 0.1))
    }
    sketch.paint(Paint(colour * 1.1, pattern, colour * 0.85, roundness: 0.5), box(-0.42, 0.03, 0.42, 0.16))
    sketch.paint(cloth, box(-0.44, 0.15, 0.44, 0.29))
    for side: Float in [-1, 1] {
        sketch.paint(
            arm, box(side * 0.43 - 0.06, -0.04, side * 0.43 + 0.06, 0.29), ellipse(side * 0.43, -0.05, 0.07, 0.07))
    }
    return sketch
}

func monitorSketch(using random: inout SplitMix64) -> Sketch {
    var sketch = Sketch()
    let frame = Paint(random.colour(hue: 0.6...0.7, 0...0.1, 0.08...0.3), grain: 0.05)
    sketch.paint(frame, box(-0.06, 0.2, 0.06, 0.4))
    sketch.paint(frame, ellipse(0, 0.41, 0.2, 0.05))
    sketch.paint(frame, box(-0.47, -0.36, 0.47, 0.26))
    let sky = random.colour(hue: 0.5...0.65, 0.5...0.8, 0.6...0.95)
    sketch.paint(
        Paint(sky, .fibres(3), sky.mixed(with: .white, 0.5), grain: 0, roundness: 0), box(-0.42, -0.31, 0.42, 0.21))
    let hill = random.colour(hue: 0.2...0.36, 0.5...0.8, 0.4...0.8)
    sketch.paint(
        Paint(hill, grain: 0, roundness: 0), [[-0.42, 0.21], [-0.1, -0.06], [0.1, 0.1], [0.24, 0], [0.42, 0.21]])
    return sketch
}
