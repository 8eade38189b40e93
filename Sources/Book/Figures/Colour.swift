/// A colour of red, green and blue, each 0...255.
public struct Colour: Sendable, Hashable {
    public var red: UInt8, green: UInt8, blue: UInt8

    public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        (self.red, self.green, self.blue) = (red, green, blue)
    }

    /// A grey of this brightness.
    public init(grey: UInt8) { self.init(grey, grey, grey) }

    public static let white = Colour(grey: 255)
    public static let black = Colour(grey: 0)
    public static let grey = Colour(grey: 118)
    public static let red = Colour(214, 39, 40)

    // The palette of Okabe and Ito, which can be told apart with every common kind of colour blindness.
    public static let blue = Colour(0, 114, 178)
    public static let orange = Colour(230, 159, 0)
    public static let green = Colour(0, 158, 115)
    public static let vermilion = Colour(213, 94, 0)
    public static let purple = Colour(204, 121, 167)
    public static let sky = Colour(86, 180, 233)

    /// The colours that the series of a chart get, one after the other.
    public static let palette: [Colour] = [.blue, .orange, .green, .vermilion, .purple, .sky, .grey]

    /// `#rrggbb`
    public var hex: String { "#" + [red, green, blue].map(hexByte).joined() }

    /// How bright the colour looks, 0...255 (the weights of ITU-R BT.601).
    public var brightness: UInt8 {
        let (r, g, b) = (Int(red), Int(green), Int(blue))
        return UInt8((299 * r + 587 * g + 114 * b + 500) / 1000)
    }

    /// Black on light colours, white on dark ones.
    public var readableInk: Colour { brightness > 140 ? .black : .white }

    /// `fraction` 0 is this colour, 1 is the other.
    public func mixed(with other: Colour, _ fraction: Double) -> Colour {
        func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
            UInt8((Double(a) + (Double(b) - Double(a)) * fraction).rounded())
        }
        return Colour(mix(red, other.red), mix(green, other.green), mix(blue, other.blue))
    }
}

private func hexByte(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
}

/// Turns numbers between 0 and 1 into colours.
public struct ColourMap: Sendable {
    /// Colours at equal distances, from 0 to 1; in between they are mixed.
    public var stops: [Colour]

    public init(_ stops: Colour...) { self.stops = stops }

    /// 0 is black and 1 is white: light, the way a screen shows an image.
    public static let grey = ColourMap(.black, .white)
    /// 0 is white and 1 is black: ink on paper, the way a book shows a digit.
    public static let ink = ColourMap(.white, .black)
    /// Blue below the middle, white at it, red above: for numbers with a sign.
    public static let signed = ColourMap(Colour(33, 102, 172), .white, Colour(178, 24, 43))

    /// Black, purple, orange, pale yellow, brighter all the way: for heat maps. (Matplotlib's magma, by N. Smith and S.
    /// van der Walt, every 17th of its 256 colours.)
    public static let magma = ColourMap(
        Colour(0, 0, 4), Colour(11, 9, 36), Colour(29, 17, 71), Colour(59, 15, 112), Colour(87, 21, 126),
        Colour(114, 31, 129), Colour(140, 41, 129), Colour(168, 50, 125), Colour(196, 60, 117), Colour(222, 73, 104),
        Colour(241, 96, 93), Colour(250, 127, 94), Colour(254, 159, 109), Colour(254, 191, 132), Colour(253, 222, 160),
        Colour(252, 253, 191))

    /// Whether all its colours are greys, so that one channel is enough.
    public var isGrey: Bool { stops.allSatisfy { $0.red == $0.green && $0.green == $0.blue } }

    /// The colour of `value`. Below 0 and above 1 it is that of the nearer end; NaN has the colour of 0.
    public func callAsFunction(_ value: Double) -> Colour {
        let position = (value > 0 ? min(value, 1) : 0) * Double(stops.count - 1)
        let below = min(Int(position), max(0, stops.count - 2))
        let above = min(below + 1, stops.count - 1)
        return stops[below].mixed(with: stops[above], position - Double(below))
    }
}
