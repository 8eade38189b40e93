// The picture while it is being painted.
//
// A scene is described in lengths of its shorter side, so that the same scene can be painted at any size. Colours are
// numbers until the end, when the photograph is taken: exposure, tint and noise come last, as in a camera.

import Tensors

/// The light of a scene, and the camera that takes it.
struct Light: Sendable {
    /// Where the light comes from: a direction in the picture.
    var direction: Point
    /// How much darker the far side of a round thing is.
    var contrast: Float
    /// What the camera multiplies each channel with.
    var exposure: Colour
    /// How strong the noise of the camera is.
    var noise: Float

    init(using random: inout SplitMix64) {
        direction = Turn(tangentOfHalf: random.between(-0.35, 0.35))([0, -1])
        contrast = random.between(0.15, 0.5)
        let tint = Colour(random.bell(), random.bell(), random.bell()) * 0.05
        exposure = (1 + tint) * random.between(0.7, 1.15)
        noise = random.between(0.005, 0.03)
    }
}

/// A picture that is being painted, with the object that each pixel shows.
struct Canvas {
    let width, height: Int
    /// How many pixels a length of 1 takes: the shorter side.
    let unit: Float
    let light: Light
    private(set) var pixels: [Colour]
    /// The number of the object that a pixel shows, from 1; 0 for none.
    private(set) var owners: [UInt8]
    /// The smallest box of pixels around all that the latest thing covers, by half or more.
    private(set) var touched = PixelBox.none
    private var coverage: Coverage

    init(width: Int, height: Int, light: Light) {
        (self.width, self.height, self.light) = (width, height, light)
        unit = Float(min(width, height))
        pixels = [Colour](repeating: Colour(), count: width * height)
        owners = [UInt8](repeating: 0, count: width * height)
        coverage = Coverage(width: width, height: height)
    }

    /// Gives every pixel the colour of its place in the scene.
    @inline(__always)
    mutating func fill(_ colour: (Point) -> Colour) {
        for row in 0..<height {
            for column in 0..<width { pixels[row * width + column] = colour(place(row, column)) }
        }
    }

    /// Paints a thing over all that is there.
    /// - Parameters:
    ///   - owner: the object's number; 0 for what is none.
    ///   - shadow: how dark the shadow is that it throws on what is behind it.
    mutating func paint(_ sketch: Sketch, _ placement: Placement, owner: UInt8 = 0, shadow: Float = 0) {
        let parts = sketch.parts.map { part in part.outlines.map { $0.map { unit * placement($0) } } }
        let size = max(length(placement.right), length(placement.down))
        if shadow > 0 { throwShadow(of: Array(parts.joined()), by: 0.05 * size * unit, shadow) }
        touched = .none
        for (part, outlines) in zip(sketch.parts, parts) {
            paint(outlines, part.paint, placement, owner)
        }
    }

    private mutating func paint(_ outlines: [Outline], _ paint: Paint, _ placement: Placement, _ owner: UInt8) {
        coverage.draw(outlines)
        let (inverse, noise) = (placement.inverse, placement.noise)
        let (centre, radius) = middle(of: coverage.columns, coverage.rows)
        for row in coverage.rows {
            coverage.forEachPixel(inRow: row) { column, share in
                let p = place(row, column)
                let colour = paint(inverse(p), noise) * shade((p - centre) / radius, paint.roundness)
                let index = row * width + column
                pixels[index] = pixels[index].mixed(with: colour, share * paint.opacity)
                guard share >= 0.5 && paint.opacity >= 0.5 else { return }
                owners[index] = owner
                touched.include(row, column)
            }
        }
    }

    /// How bright a surface is at a place of a part, whose middle is 0 and whose rim is about 1 away.
    private func shade(_ p: Point, _ roundness: Float) -> Float {
        let towards = (p * light.direction).sum()
        return 1 + roundness * light.contrast * (towards - 0.5 * (p * p).sum())
    }

    /// A soft shadow that falls away from the light.
    private mutating func throwShadow(of outlines: [Outline], by distance: Float, _ darkness: Float) {
        for step: Float in [1, 2] {
            let shift = -step * distance * light.direction
            coverage.draw(outlines.map { $0.map { $0 + shift } })
            for row in coverage.rows {
                coverage.forEachPixel(inRow: row) { column, share in
                    pixels[row * width + column] *= 1 - share * darkness / 2
                }
            }
        }
    }

    /// The middle of a pixel, in the scene.
    func place(_ row: Int, _ column: Int) -> Point { (Point(Float(column), Float(row)) + 0.5) / unit }

    private func middle(of columns: Range<Int>, _ rows: Range<Int>) -> (Point, Float) {
        let low = Point(Float(columns.lowerBound), Float(rows.lowerBound))
        let high = Point(Float(columns.upperBound), Float(rows.upperBound))
        return ((low + high) / 2 / unit, max((high - low).max() / 2, 1) / unit)
    }

    /// Takes the photograph: bytes [height, width, 3].
    func developed(using random: inout SplitMix64) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 3 * pixels.count) { bytes, count in
            for (index, pixel) in pixels.enumerated() {
                let grain = Colour(random.even(), random.even(), random.even()) - 0.5
                let value = pixel * light.exposure + 3.5 * light.noise * grain
                let clipped = pointwiseMax(Colour(), pointwiseMin(Colour(repeating: 1), value)) * 255 + 0.5
                for channel in 0..<3 { bytes[3 * index + channel] = UInt8(clipped[channel]) }
            }
            count = bytes.count
        }
    }
}

private func length(_ p: Point) -> Float { (p * p).sum().squareRoot() }
