// Three kinds of bears, as a picture book might draw them: the stand-in for photographs of bears.
//
// Colour helps, but does not decide. Black bears may be brown, and are in nature; grizzlies may be dark; teddies have
// any colour. A grizzly has a hump and a broad head, a black bear has larger ears and a pale muzzle, a teddy has a bow,
// pads and round ears.

import Tensors

/// What kind of bear.
public enum BearKind: String, CaseIterable, Sendable, CustomStringConvertible {
    case black, grizzly, teddy

    public var description: String { rawValue }
}

/// From where a bear is seen.
public enum BearView: String, CaseIterable, Sendable {
    case front, side, back
}

/// Which bears of a kind: one in five black bears is brown, one in five grizzlies is dark, and teddies may have any
/// colour.
public enum BearColour: String, CaseIterable, Sendable {
    case any, usual, unusual
}

/// One bear of a kind, seen from somewhere.
struct Bear: SceneSubject {
    let kind: BearKind, view: BearView
    var colour = BearColour.any

    var settings: [SceneSetting] {
        switch kind {
        case .black: [.wood, .wood, .meadow]
        case .grizzly: [.meadow, .wood, .sea, .meadow]
        case .teddy: [.room, .room, .street, .meadow]
        }
    }
    var tilt: Float { kind == .teddy ? 0.12 : 0.04 }

    func sketch(using random: inout SplitMix64) -> Sketch {
        let looks = BearLooks(kind, colour, using: &random)
        if kind == .teddy { return teddySketch(looks, view, using: &random) }
        return view == .side ? walkingBear(looks) : sittingBear(looks, view)
    }
}

/// What was chosen for one bear.
struct BearLooks {
    let kind: BearKind
    let fur, dark, pale, muzzle: Paint
    /// How large the ears are, how high the hump, and how broad the animal is.
    let ear, hump, build: Float

    init(_ kind: BearKind, _ which: BearColour, using random: inout SplitMix64) {
        self.kind = kind
        let isUnusual = random.happens(kind == .teddy ? 0.4 : 0.2)
        let colour = Self.colour(of: kind, isUnusual: which == .any ? isUnusual : which == .unusual, using: &random)
        let grain: Float = kind == .grizzly ? 0.45 : 0.2
        fur = Paint(colour, grain: grain, roundness: 0.8)
        dark = Paint(colour * 0.6, grain: grain, roundness: 0.6)
        pale = Paint(colour.mixed(with: .white, 0.3), grain: 0.2, roundness: 0.6)
        muzzle = Paint(
            kind == .black ? Colour(0.6, 0.44, 0.28) : colour.mixed(with: .white, kind == .teddy ? 0.55 : 0.12),
            grain: 0.1, roundness: 0.5)
        ear = (kind == .black ? 0.07 : kind == .grizzly ? 0.052 : 0.095) * random.between(0.9, 1.1)
        hump = kind == .grizzly ? random.between(0.06, 0.1) : 0
        build = (kind == .grizzly ? 1.15 : kind == .black ? 0.98 : 1) * random.between(0.94, 1.06)
    }

    private static func colour(of kind: BearKind, isUnusual: Bool, using random: inout SplitMix64) -> Colour {
        switch (kind, isUnusual) {
        case (.black, false): random.colour(hue: 0...0.7, 0.05...0.2, 0.09...0.17)
        case (.black, true): random.colour(hue: 0.05...0.08, 0.45...0.6, 0.35...0.5)
        case (.grizzly, false): random.colour(hue: 0.06...0.1, 0.35...0.6, 0.38...0.68)
        case (.grizzly, true): random.colour(hue: 0.05...0.08, 0.3...0.5, 0.12...0.2)
        case (.teddy, false): random.colour(hue: 0.06...0.12, 0.3...0.6, 0.6...0.9)
        case (.teddy, true): random.colour(hue: 0...1, 0.1...0.6, 0.25...0.95)
        }
    }
}
