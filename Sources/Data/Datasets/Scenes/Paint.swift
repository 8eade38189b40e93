// What a part is painted with: a colour, a pattern in a second colour, a grain, and how round it looks in the light.

import Tensors

/// Red, green and blue, 0...1.
typealias Colour = SIMD3<Float>

extension Colour {
    /// A colour by its hue (0 red, 1/3 green, 2/3 blue, 1 red again), how pure and how bright it is.
    init(hue: Float, _ purity: Float, _ brightness: Float) {
        let sixth = 6 * (hue - hue.rounded(.down))
        // Each channel is full for a third of the circle and missing for another.
        let channels = Colour(abs(sixth - 3) - 1, 2 - abs(sixth - 2), 2 - abs(sixth - 4))
        let pure = pointwiseMax(Colour(), pointwiseMin(Colour(repeating: 1), channels))
        self = brightness * (1 - purity * (1 - pure))
    }

    /// The colour a share of the way to another.
    func mixed(with other: Colour, _ share: Float) -> Colour { self + (other - self) * share }

    static let black = Colour(0.08, 0.07, 0.08)
    static let white = Colour(0.95, 0.95, 0.93)
}

/// Where a part shows its second colour.
enum Pattern: Sendable {
    case plain
    /// So many stripes over a length of 1, along a turned x.
    case stripes(Float, Turn)
    /// Dots on a grid of so many cells over a length of 1.
    case dots(Float)
    /// Joints between so many rows of bricks over a length of 1.
    case bricks(Float)
    /// Rows of rounded scales or roof tiles.
    case scales(Float)
    /// Patches, as on a cow; so many over a length of 1.
    case patches(Float)
    /// Fibres along x, as in wood.
    case fibres(Float)

    /// The share of the second colour at a place, 0...1.
    func share(_ p: Point, _ noise: Noise) -> Float {
        switch self {
        case .plain: 0
        case .stripes(let count, let turn): sharp(abs(fraction(count * turn(p).x) - 0.5) - 0.25, count)
        case .dots(let count): dot(count * p, count, noise)
        case .bricks(let count): joint(count * p)
        case .scales(let count): scale(count * p)
        case .patches(let count): sharp(noise(count * p) - 0.55, 2)
        case .fibres(let count): noise(count * Point(p.x, 7 * p.y))
        }
    }

    /// 0 or 1 by the sign, with a short slope between.
    private func sharp(_ x: Float, _ count: Float) -> Float { max(0, min(1, 0.5 + x * 40 / count)) }

    private func dot(_ p: Point, _ count: Float, _ noise: Noise) -> Float {
        let cell = p.rounded(.down)
        let number = (Noise.whole(cell.x), Noise.whole(cell.y))
        let shift = Point(noise.at(number.0, number.1), noise.at(number.1, number.0)) * 0.3 - 0.15
        let d = p - cell - 0.5 - shift
        return sharp(0.09 - (d * d).sum(), count / 2)
    }

    private func joint(_ p: Point) -> Float {
        let row = p.y.rounded(.down)
        let x = p.x / 2 + (fraction(row / 2) > 0.25 ? 0.5 : 0)
        return fraction(x) < 0.1 || fraction(p.y) < 0.2 ? 1 : 0
    }

    private func scale(_ p: Point) -> Float {
        let row = p.y.rounded(.down)
        let x = fraction(p.x + (fraction(row / 2) > 0.25 ? 0.5 : 0)) - 0.5
        // The lower edge of a scale is an arc.
        return abs(fraction(p.y) - (0.85 - 2 * x * x)) < 0.17 ? 1 : 0
    }
}

/// What is left of the next whole number below.
private func fraction(_ x: Float) -> Float { x - x.rounded(.down) }

/// How a part's surface looks.
struct Paint: Sendable {
    var colour: Colour
    var other: Colour
    var pattern: Pattern
    /// How much brighter and darker the surface is from place to place.
    var grain: Float
    /// 0 is flat; 1 is as round as a ball, dark at the rim that is turned away from the light.
    var roundness: Float
    var opacity: Float

    init(
        _ colour: Colour, _ pattern: Pattern = .plain, _ other: Colour? = nil, grain: Float = 0.15,
        roundness: Float = 0.5, opacity: Float = 1
    ) {
        (self.colour, self.pattern, self.other) = (colour, pattern, other ?? colour * 0.6)
        (self.grain, self.roundness, self.opacity) = (grain, roundness, opacity)
    }

    /// The colour at a place of the object, before the light falls on it.
    func callAsFunction(_ p: Point, _ noise: Noise) -> Colour {
        let base = colour.mixed(with: other, pattern.share(p, noise))
        return grain == 0 ? base : base * (1 + grain * (noise.cloudy(16 * p) - 0.5) * 2)
    }
}

// MARK: Colours by chance

extension SplitMix64 {
    /// A colour with chances of its own.
    mutating func colour(hue: ClosedRange<Float>, _ purity: ClosedRange<Float>, _ brightness: ClosedRange<Float>)
        -> Colour
    {
        let hue = between(hue.lowerBound, hue.upperBound)
        let purity = between(purity.lowerBound, purity.upperBound)
        return Colour(hue: hue, purity, between(brightness.lowerBound, brightness.upperBound))
    }

    /// Any colour that something may be painted in.
    mutating func anyColour() -> Colour { colour(hue: 0...1, 0.2...0.9, 0.35...0.95) }

    /// A colour of fur or feathers.
    mutating func furColour() -> Colour {
        happens(0.3) ? colour(hue: 0...1, 0...0.15, 0.2...0.9) : colour(hue: 0.03...0.12, 0.3...0.85, 0.3...0.9)
    }
}
