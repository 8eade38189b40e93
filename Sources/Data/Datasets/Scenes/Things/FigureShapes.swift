// Those who stand on legs: cows, dogs, horses and sheep from the side, looking to the right; and people, from the
// front.

import Tensors

/// Four legs from the belly down.
extension Sketch {
    fileprivate mutating func legs(_ paint: Paint, from top: Float, width: Float, hooves: Paint? = nil) {
        for x: Float in [-0.29, -0.19, 0.13, 0.23] {
            self.paint(paint, limb([.at(x, top), .at(x, 0.44)], width: width))
            if let hooves { self.paint(hooves, box(x - width / 2, 0.42, x + width / 2, 0.47)) }
        }
    }
}

func cowSketch(using random: inout SplitMix64) -> Sketch {
    var sketch = Sketch()
    let isBrown = random.happens(0.3)
    let hide = Paint(
        isBrown ? Colour(0.5, 0.3, 0.16) : .white, .patches(3.5), isBrown ? .white : .black, grain: 0.1, roundness: 0.6)
    sketch.paint(Paint(.black), limb([.at(-0.38, -0.1), .at(-0.45, 0.1), .at(-0.43, 0.26)], width: 0.03, to: 0.06))
    sketch.legs(hide, from: 0.1, width: 0.08, hooves: Paint(.black))
    sketch.paint(Paint(Colour(0.9, 0.65, 0.65)), ellipse(-0.12, 0.2, 0.08, 0.06))
    sketch.paint(hide, box(-0.39, -0.17, 0.28, 0.15), ellipse(-0.36, 0, 0.06, 0.16), ellipse(0.26, 0, 0.1, 0.16))
    sketch.paint(Paint(Colour(0.85, 0.8, 0.65)), limb([.at(0.3, -0.25), .at(0.28, -0.36)], width: 0.035, to: 0.015))
    sketch.paint(Paint(Colour(0.85, 0.8, 0.65)), limb([.at(0.4, -0.25), .at(0.44, -0.35)], width: 0.035, to: 0.015))
    sketch.paint(hide, [[0.27, -0.25], [0.42, -0.25], [0.47, 0.02], [0.36, 0.04]])
    sketch.paint(Paint(Colour(0.88, 0.62, 0.6)), ellipse(0.42, 0.03, 0.07, 0.055))
    sketch.paint(Paint(.black, grain: 0), ellipse(0.37, -0.15, 0.018, 0.02))
    return sketch
}

func horseSketch(using random: inout SplitMix64) -> Sketch {
    var sketch = Sketch()
    let colour = random.pick([Colour(0.45, 0.24, 0.12), Colour(0.3, 0.17, 0.1), Colour(0.72, 0.55, 0.35)])
    let (hide, mane) = (Paint(colour, grain: 0.1, roundness: 0.8), Paint(colour * 0.35, .fibres(8)))
    sketch.paint(mane, limb([.at(-0.32, -0.06), .at(-0.45, 0.06), .at(-0.44, 0.34)], width: 0.1, to: 0.04))
    sketch.legs(hide, from: 0.05, width: 0.06, hooves: Paint(.black))
    sketch.paint(
        hide,
        closedCurve([
            .at(-0.36, -0.08), .at(-0.2, -0.13), .at(0.1, -0.11), .at(0.28, -0.12), .at(0.3, 0.05), .at(0.16, 0.13),
            .at(-0.1, 0.12), .at(-0.33, 0.1),
        ]))
    sketch.paint(hide, [[0.12, -0.08], [0.24, -0.42], [0.36, -0.4], [0.31, 0.04]])
    sketch.paint(mane, limb([.at(0.27, -0.47), .at(0.18, -0.3), .at(0.1, -0.1)], width: 0.07))
    sketch.paint(hide, [[0.28, -0.49], [0.31, -0.41], [0.25, -0.4]])
    sketch.paint(
        hide, closedCurve([.at(0.26, -0.43), .at(0.37, -0.38), .at(0.49, -0.24), .at(0.44, -0.17), .at(0.3, -0.28)]))
    sketch.paint(Paint(.black, grain: 0), ellipse(0.35, -0.36, 0.016, 0.016))
    return sketch
}

func sheepSketch(using random: inout SplitMix64) -> Sketch {
    var sketch = Sketch()
    let dark = Paint(Colour(repeating: random.between(0.1, 0.3)), grain: 0.1)
    let wool = Paint(Colour(0.93, 0.91, 0.85), .scales(9), Colour(0.78, 0.76, 0.7), grain: 0.3, roundness: 0.8)
    sketch.legs(dark, from: 0.16, width: 0.06)
    let blobs = directions(perQuarter: 3).map { d in ellipse(-0.04 + 0.24 * d.x, 0.02 + 0.14 * d.y, 0.14, 0.13) }
    sketch.parts.append(Part(outlines: blobs + [ellipse(-0.04, 0.02, 0.28, 0.2)], paint: wool))
    sketch.paint(dark, ellipse(0.36, -0.08, 0.1, 0.14, turn: Turn(tangentOfHalf: -0.25)))
    sketch.paint(dark, ellipse(0.27, -0.15, 0.08, 0.03))
    sketch.paint(wool, ellipse(0.31, -0.2, 0.09, 0.07))
    sketch.paint(Paint(.white, grain: 0), ellipse(0.38, -0.11, 0.02, 0.02))
    return sketch
}

func dogSketch(using random: inout SplitMix64) -> Sketch {
    var sketch = Sketch()
    let colour = random.pick([Colour(0.75, 0.52, 0.28), Colour(0.2, 0.15, 0.12), Colour(0.85, 0.8, 0.7)])
    let fur = Paint(colour, random.pick([.plain, .patches(4)]), colour * 0.6, grain: 0.25, roundness: 0.7)
    let dark = Paint(colour * 0.55, grain: 0.2)
    sketch.paint(fur, limb([.at(-0.3, 0), .at(-0.4, -0.16), .at(-0.36, -0.34)], width: 0.08, to: 0.03))
    sketch.legs(fur, from: 0.1, width: 0.075)
    sketch.paint(
        fur,
        closedCurve([
            .at(-0.35, 0.02), .at(-0.1, -0.07), .at(0.22, -0.1), .at(0.28, 0.12), .at(-0.05, 0.16), .at(-0.32, 0.16),
        ]))
    sketch.paint(fur, limb([.at(0.2, 0), .at(0.27, -0.22)], width: 0.17, to: 0.14))
    sketch.paint(fur, ellipse(0.28, -0.25, 0.13, 0.12), ellipse(0.4, -0.19, 0.09, 0.065))
    sketch.paint(dark, closedCurve([.at(0.2, -0.34), .at(0.26, -0.25), .at(0.2, -0.08), .at(0.14, -0.16)]))
    sketch.paint(Paint(.black, grain: 0), ellipse(0.47, -0.22, 0.03, 0.025), ellipse(0.32, -0.28, 0.02, 0.02))
    sketch.paint(
        Paint(random.colour(hue: 0...1, 0.8...1, 0.6...0.9), grain: 0),
        limb([.at(0.15, -0.12), .at(0.33, -0.1)], width: 0.04))
    return sketch
}

func personSketch(using random: inout SplitMix64) -> Sketch {
    var sketch = Sketch()
    let skin = Paint(
        random.pick([Colour(0.92, 0.74, 0.62), Colour(0.75, 0.53, 0.38), Colour(0.42, 0.27, 0.18)]), grain: 0.05,
        roundness: 0.8)
    let hair = Paint(
        random.pick([Colour(0.12, 0.09, 0.08), Colour(0.45, 0.28, 0.12), Colour(0.85, 0.7, 0.35)]), .fibres(9))
    let (shirt, trousers) = (
        Paint(random.anyColour(), random.pick([.plain, .stripes(9, Turn(tangentOfHalf: 1))]), roundness: 0.5),
        Paint(random.colour(hue: 0.5...0.7, 0.1...0.6, 0.15...0.5))
    )
    let (reach, isLong) = (random.between(0.2, 0.34), random.happens(0.4))
    let hands = random.between(-0.3, 0.2)
    for side: Float in [-1, 1] {
        sketch.paint(trousers, limb([.at(side * 0.07, 0.1), .at(side * 0.09, 0.46)], width: 0.11, to: 0.08))
        sketch.paint(Paint(.black), ellipse(side * 0.11, 0.47, 0.07, 0.03))
        let hand = side == 1 ? hands : 0.1
        sketch.paint(
            shirt,
            limb(
                [.at(side * 0.12, -0.18), .at(side * (reach - 0.04), (hand - 0.18) / 2), .at(side * reach, hand)],
                width: 0.085))
        sketch.paint(skin, ellipse(side * reach, hand, 0.04, 0.04))
    }
    if isLong { sketch.paint(hair, ellipse(0, -0.3, 0.13, 0.17)) }
    sketch.paint(
        shirt, closedCurve([.at(-0.15, -0.2), .at(0, -0.23), .at(0.15, -0.2), .at(0.13, 0.14), .at(-0.13, 0.14)]))
    sketch.paint(skin, limb([.at(0, -0.28), .at(0, -0.2)], width: 0.07))
    sketch.paint(skin, ellipse(0, -0.35, 0.095, 0.115))
    sketch.paint(
        hair, closedCurve([.at(-0.1, -0.36), .at(-0.06, -0.47), .at(0.06, -0.47), .at(0.1, -0.36), .at(0, -0.41)]))
    for side: Float in [-1, 1] { sketch.paint(Paint(.black, grain: 0), ellipse(side * 0.038, -0.36, 0.012, 0.012)) }
    sketch.paint(Paint(Colour(0.7, 0.3, 0.28), grain: 0), ellipse(0, -0.295, 0.035, 0.011))
    return sketch
}
