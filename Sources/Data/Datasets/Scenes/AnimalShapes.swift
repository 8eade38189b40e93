// Birds, cats and fish, as a picture book draws them: from the side or from the front, and looking to the right.

import Tensors

extension Sketch {
    /// An eye: white, with a pupil in it.
    mutating func eye(_ x: Float, _ y: Float, _ size: Float, iris: Colour = .white) {
        paint(Paint(iris, grain: 0), ellipse(x, y, size, size))
        paint(Paint(.black, grain: 0), ellipse(x + 0.2 * size, y, 0.6 * size, 0.65 * size))
    }
}

// MARK: Birds

func birdSketch(using random: inout SplitMix64) -> Sketch {
    let isColourful = random.happens(0.5)
    let colour = isColourful ? random.anyColour() : random.furColour()
    let feathers = Paint(colour, .patches(9), colour * 0.85, grain: 0.2, roundness: 0.9)
    let wing = Paint(
        colour * random.between(0.5, 0.8), .stripes(random.between(5, 9), Turn(tangentOfHalf: 0.6)), colour * 0.4)
    let beak = Paint(random.colour(hue: 0.05...0.14, 0.5...1, 0.4...1), grain: 0)
    let breast = Paint(
        random.happens(0.5) ? Colour(0.93, 0.9, 0.8) : random.colour(hue: 0...0.12, 0.4...0.9, 0.6...0.9))
    return random.happens(0.55)
        ? perched(feathers, breast, wing, beak, using: &random) : flying(feathers, breast, wing, beak, using: &random)
}

private func perched(
    _ feathers: Paint, _ breast: Paint, _ wing: Paint, _ beak: Paint, using random: inout SplitMix64
) -> Sketch {
    var sketch = Sketch()
    let legs = random.between(0.34, 0.46)
    for x: Float in [-0.01, 0.08] {
        sketch.paint(beak, limb([.at(x, 0.2), .at(x, legs)], width: 0.03))
        sketch.paint(beak, limb([.at(x - 0.03, legs), .at(x + 0.07, legs + 0.01)], width: 0.03))
    }
    let tail = random.between(-0.1, 0.12)
    sketch.paint(wing, [[-0.12, 0.02], [-0.5, 0.16 + tail], [-0.46, 0.27 + tail], [-0.1, 0.19]])
    sketch.paint(
        feathers,
        closedCurve([
            .at(0.31, -0.26), .at(0.2, -0.36), .at(0.06, -0.28), .at(-0.08, -0.1), .at(-0.24, 0.06),
            .at(-0.16, 0.2), .at(0.03, 0.26), .at(0.21, 0.16), .at(0.29, -0.02), .at(0.32, -0.16),
        ]))
    sketch.paint(breast, ellipse(0.17, 0.06, 0.1, 0.16, turn: Turn(tangentOfHalf: 0.15)))
    sketch.paint(
        wing,
        closedCurve([.at(0.07, -0.12), .at(0.11, 0.05), .at(-0.06, 0.14), .corner(-0.36, 0.17), .at(-0.16, 0)]))
    sketch.paint(beak, [[0.29, -0.28], [0.47, -0.19], [0.3, -0.16]])
    sketch.eye(0.21, -0.26, 0.045)
    sketch.mark("beak", 0.4, -0.21)
    sketch.mark("eye", 0.21, -0.26)
    sketch.mark("tail", -0.44, 0.2 + tail)
    return sketch
}

private func flying(
    _ feathers: Paint, _ breast: Paint, _ wing: Paint, _ beak: Paint, using random: inout SplitMix64
) -> Sketch {
    var sketch = Sketch()
    let (near, far) = (random.between(-0.12, 0.08), random.between(-0.08, 0.1))
    sketch.paint(
        wing,
        closedCurve([
            .corner(0.14, -0.02), .at(0.24, -0.24), .corner(0.16 + far, -0.47), .at(0.06, -0.28), .corner(-0.04, 0),
        ]))
    sketch.paint(wing, [[-0.18, 0.02], [-0.48, -0.04], [-0.43, 0.06], [-0.5, 0.16], [-0.18, 0.12]])
    sketch.paint(
        feathers,
        closedCurve([
            .at(0.37, -0.04), .at(0.28, -0.12), .at(0.12, -0.09), .at(-0.15, -0.02), .at(-0.25, 0.06),
            .at(-0.1, 0.15), .at(0.12, 0.17), .at(0.3, 0.1), .at(0.37, 0.03),
        ]))
    sketch.paint(breast, ellipse(0.1, 0.11, 0.17, 0.05))
    sketch.paint(
        wing,
        closedCurve([
            .corner(0.15, 0.03), .at(0.08, -0.18), .corner(-0.18 + near, -0.46), .at(-0.2, -0.2), .corner(-0.1, 0.07),
        ]))
    sketch.paint(beak, [[0.35, -0.05], [0.5, 0.02], [0.35, 0.05]])
    sketch.eye(0.28, -0.03, 0.04)
    sketch.mark("beak", 0.44, 0.01)
    sketch.mark("eye", 0.28, -0.03)
    sketch.mark("tail", -0.4, 0.06)
    return sketch
}

// MARK: Cats

func catSketch(using random: inout SplitMix64) -> Sketch {
    let colour = random.furColour()
    let other = random.happens(0.5) ? colour * 0.5 : Colour(0.92, 0.9, 0.86)
    let pattern = random.pick([
        Pattern.plain, .stripes(7, Turn(tangentOfHalf: 1)), .stripes(8, Turn(tangentOfHalf: 0.8)), .patches(5),
    ])
    let fur = Paint(colour, pattern, other, grain: 0.3, roundness: 0.9)
    var sketch = Sketch()
    let isWhole = random.happens(0.6)
    if isWhole { sketch.catBody(fur, using: &random) }
    let (centre, scale): (Point, Float) = isWhole ? ([0, -0.24], 1) : ([0, 0.06], 2)
    sketch.catHead(fur, centre, scale, iris: random.colour(hue: 0.12...0.5, 0.5...0.9, 0.6...0.95))
    return sketch
}

extension Sketch {
    fileprivate mutating func catBody(_ fur: Paint, using random: inout SplitMix64) {
        let tip = random.between(-0.15, 0.2)
        paint(fur, limb([.at(0.1, 0.42), .at(0.36, 0.4), .at(0.43, 0.2), .at(0.37, tip)], width: 0.1, to: 0.06))
        paint(
            fur,
            closedCurve([
                .at(0, -0.16), .at(0.15, -0.02), .at(0.25, 0.26), .at(0.2, 0.47), .at(0, 0.49), .at(-0.2, 0.47),
                .at(-0.25, 0.26), .at(-0.15, -0.02),
            ]))
        var pale = fur
        pale.colour = fur.colour.mixed(with: .white, 0.6)
        pale.pattern = .plain
        paint(pale, ellipse(0, 0.08, 0.09, 0.15))
        for x: Float in [-0.08, 0.08] {
            paint(fur, limb([.at(x, 0.15), .at(x, 0.45)], width: 0.1))
            paint(pale, ellipse(x, 0.45, 0.065, 0.04))
        }
    }

    fileprivate mutating func catHead(_ fur: Paint, _ centre: Point, _ scale: Float, iris: Colour) {
        func at(_ x: Float, _ y: Float) -> Point { centre + scale * Point(x, y) }
        func spot(_ x: Float, _ y: Float, _ across: Float, _ down: Float) -> Outline {
            ellipse(at(x, y).x, at(x, y).y, scale * across, scale * down)
        }
        let pink = Paint(Colour(0.85, 0.55, 0.55), grain: 0.05)
        for side: Float in [-1, 1] {
            paint(fur, [at(side * 0.21, 0.02), at(side * 0.2, -0.25), at(side * 0.03, -0.12)])
            paint(pink, [at(side * 0.18, -0.04), at(side * 0.175, -0.19), at(side * 0.08, -0.12)])
        }
        paint(fur, spot(0, 0, 0.22, 0.175))
        paint(
            Paint(fur.colour.mixed(with: .white, 0.7), roundness: 0.2), spot(-0.04, 0.08, 0.055, 0.045),
            spot(0.04, 0.08, 0.055, 0.045))
        for side: Float in [-1, 1] {
            paint(Paint(iris, grain: 0), spot(side * 0.095, -0.02, 0.052, 0.042))
            paint(Paint(.black, grain: 0), spot(side * 0.095, -0.02, 0.02, 0.04))
            for rise: Float in [-0.03, 0.01, 0.05] {
                let (from, to) = (at(side * 0.07, 0.075), at(side * 0.27, 0.08 + rise))
                paint(Paint(.white, grain: 0), limb([.at(from.x, from.y), .at(to.x, to.y)], width: scale * 0.009))
            }
        }
        paint(Paint(Colour(0.75, 0.4, 0.4), grain: 0), [at(-0.03, 0.035), at(0.03, 0.035), at(0, 0.07)])
        mark("left ear", at(-0.18, -0.17).x, at(-0.18, -0.17).y)
        mark("right ear", at(0.18, -0.17).x, at(0.18, -0.17).y)
        mark("nose", at(0, 0.05).x, at(0, 0.05).y)
    }
}

// MARK: Fish

func fishSketch(using random: inout SplitMix64) -> Sketch {
    let (colour, other) = (random.anyColour(), random.anyColour())
    let pattern = random.pick([
        Pattern.plain, .scales(10), .scales(12), .stripes(random.between(3, 6), .none),
        .stripes(4, Turn(tangentOfHalf: 1)), .dots(8),
    ])
    let skin = Paint(colour, pattern, random.happens(0.5) ? other : colour * 0.6, roundness: 1)
    let fin = Paint(other * 0.9, .stripes(14, Turn(tangentOfHalf: 0.9)), other * 0.6)
    let height = random.between(0.75, 1.35)
    func curve(_ points: PenStroke) -> Outline { closedCurve(points).map { [$0.x, $0.y * height] } }
    var sketch = Sketch()
    let fork = random.between(0.15, 0.26)
    sketch.paint(
        fin,
        curve([
            .corner(-0.2, 0.01), .at(-0.36, -0.1), .corner(-0.49, -fork), .at(-0.42, 0.01), .corner(-0.49, fork),
            .at(-0.36, 0.11),
        ]), curve([.corner(0.14, -0.14), .at(0, -0.31), .corner(-0.18, -0.28), .corner(-0.15, -0.08)]),
        curve([.corner(0.02, 0.14), .at(-0.06, 0.27), .corner(-0.17, 0.25), .corner(-0.14, 0.08)]))
    sketch.paint(
        skin,
        curve([
            .corner(0.49, 0.03), .at(0.36, -0.12), .at(0.1, -0.2), .at(-0.12, -0.13), .corner(-0.28, -0.03),
            .corner(-0.28, 0.05), .at(-0.12, 0.14), .at(0.1, 0.19), .at(0.36, 0.13),
        ]))
    sketch.paint(
        Paint(colour * 0.5, grain: 0),
        limb([.at(0.22, -0.13 * height), .at(0.17, 0), .at(0.22, 0.12 * height)], width: 0.025))
    sketch.paint(fin, [[0.12, 0.03], [-0.05, 0.13 * height], [-0.08, 0.03]])
    sketch.paint(Paint(.black, grain: 0), limb([.at(0.48, 0.04), .at(0.4, 0.055)], width: 0.02))
    sketch.eye(0.33, -0.03 * height, 0.045)
    sketch.mark("mouth", 0.44, 0.03)
    sketch.mark("eye", 0.33, -0.03 * height)
    sketch.mark("tail", -0.38, 0.01)
    return sketch
}
