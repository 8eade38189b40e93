// Bears: walking, sitting, from behind, and stuffed.

import Tensors

private let ink = Paint(.black, grain: 0.05, roundness: 0.8)

/// A bear that walks to the left.
func walkingBear(_ bear: BearLooks) -> Sketch {
    var sketch = Sketch()
    let w = bear.build
    for (x, foot): (Float, Float) in [(-0.08, -0.02), (0.22, 0.2)] {
        sketch.paint(bear.dark, limb([.at(x, 0.08), .at(foot, 0.42)], width: 0.13 * w, to: 0.1))
    }
    sketch.paint(
        bear.fur,
        closedCurve([
            .at(-0.3, -0.1), .at(-0.15, -0.14 - bear.hump * 1.3), .at(0, -0.13 - bear.hump * 0.5), .at(0.2, -0.13),
            .at(0.38, -0.06), .at(0.44, 0.1), .at(0.34, 0.22), .at(0.05, 0.2 * w), .at(-0.2, 0.2), .at(-0.3, 0.08),
        ]))
    for (x, foot): (Float, Float) in [(-0.2, -0.24), (0.34, 0.36)] {
        sketch.paint(bear.fur, limb([.at(x, 0.08), .at(x, 0.25), .at(foot, 0.44)], width: 0.16 * w, to: 0.11))
        sketch.paint(bear.dark, ellipse(foot - 0.03, 0.45, 0.08, 0.03))
    }
    for x: Float in [-0.3, -0.4] {
        sketch.paint(bear.dark, ellipse(x, -0.17 - bear.ear / 2, bear.ear * 0.9, bear.ear))
    }
    sketch.paint(bear.fur, ellipse(-0.36, -0.07, 0.13, 0.11 * w))
    sketch.paint(bear.muzzle, ellipse(-0.45, -0.02, bear.kind == .black ? 0.1 : 0.085, 0.05))
    sketch.paint(ink, ellipse(-0.53, -0.04, 0.027, 0.022))
    sketch.paint(ink, ellipse(-0.4, -0.1, 0.014, 0.014))
    return sketch
}

/// A bear that sits and looks at you, or away.
func sittingBear(_ bear: BearLooks, _ view: BearView) -> Sketch {
    var sketch = Sketch()
    let w = bear.build
    if bear.hump > 0 { sketch.paint(bear.pale, ellipse(0, -0.11, 0.24 * w, 0.14 + bear.hump)) }
    sketch.paint(
        bear.fur,
        closedCurve([
            .at(0, -0.14), .at(0.18 * w, -0.06), .at(0.26 * w, 0.2), .at(0.24 * w, 0.44), .at(0, 0.48),
            .at(-0.24 * w, 0.44), .at(-0.26 * w, 0.2), .at(-0.18 * w, -0.06),
        ]))
    for side: Float in [-1, 1] {
        let x = side * 0.13 * w
        if view == .front {
            sketch.paint(bear.fur, limb([.at(x, 0.05), .at(x, 0.44)], width: 0.13 * w))
            sketch.paint(bear.dark, ellipse(x, 0.45, 0.08, 0.04))
        }
        sketch.paint(bear.dark, ellipse(side * 0.15 * w, -0.33, bear.ear, bear.ear * 1.05))
        if view == .front {
            sketch.paint(bear.pale, ellipse(side * 0.15 * w, -0.32, bear.ear * 0.55, bear.ear * 0.6))
        }
    }
    sketch.paint(bear.fur, ellipse(0, -0.2, 0.18 * w, 0.16))
    if view == .back {
        sketch.paint(bear.dark, ellipse(0, 0.42, 0.05, 0.05))
    } else {
        sketch.face(of: bear, eye: 0.016, apart: 0.07 * w, across: bear.kind == .black ? 0.075 : 0.095 * w)
    }
    return sketch
}

/// A stuffed bear that sits with its arms apart.
func teddySketch(_ bear: BearLooks, _ view: BearView, using random: inout SplitMix64) -> Sketch {
    var sketch = Sketch()
    let ribbon = Paint(random.anyColour(), grain: 0.05, roundness: 0.3)
    let (hasBow, stitches) = (random.happens(0.7), Paint(bear.fur.colour * 0.5, grain: 0))
    for side: Float in [-1, 1] {
        sketch.paint(bear.fur, limb([.at(side * 0.12, 0.02), .at(side * 0.34, 0.2)], width: 0.13))
        sketch.paint(bear.fur, ellipse(side * 0.2, -0.37, bear.ear, bear.ear))
        if view != .back { sketch.paint(bear.muzzle, ellipse(side * 0.2, -0.365, bear.ear * 0.6, bear.ear * 0.6)) }
    }
    sketch.paint(bear.fur, ellipse(0, 0.17, 0.2 * bear.build, 0.23))
    if view != .back { sketch.paint(bear.muzzle, ellipse(0, 0.19, 0.12, 0.15)) }
    sketch.paint(stitches, limb([.at(0, 0.02), .at(0, 0.36)], width: 0.01))
    for side: Float in [-1, 1] {
        sketch.paint(bear.fur, ellipse(side * 0.21, 0.38, 0.12, 0.105))
        if view != .back { sketch.paint(bear.muzzle, ellipse(side * 0.21, 0.39, 0.075, 0.065)) }
    }
    sketch.paint(bear.fur, ellipse(0, -0.2, 0.22, 0.2))
    if view != .back { sketch.face(of: bear, eye: 0.028, apart: 0.085, across: 0.085) }
    if hasBow && view != .back {
        sketch.paint(ribbon, [[0, 0], [0.13, -0.06], [0.13, 0.07]], [[0, 0], [-0.13, 0.07], [-0.13, -0.06]])
        sketch.paint(ribbon, ellipse(0, 0.005, 0.03, 0.03))
    }
    return sketch
}

extension Sketch {
    /// Eyes, muzzle and nose.
    fileprivate mutating func face(of bear: BearLooks, eye: Float, apart: Float, across: Float) {
        paint(bear.muzzle, ellipse(0, -0.13, across, 0.07))
        paint(ink, ellipse(0, -0.16, 0.035, 0.025))
        paint(ink, limb([.at(0, -0.15), .at(0, -0.09)], width: 0.01))
        for side: Float in [-1, 1] {
            paint(ink, ellipse(side * apart, -0.235, eye, eye))
            paint(Paint(.white, grain: 0), ellipse(side * apart - 0.004, -0.24, eye * 0.3, eye * 0.3))
        }
    }
}
