// The ten classes of the generated scenes.

import Tensors

/// What an object is.
public enum SceneClass: String, CaseIterable, Sendable, CustomStringConvertible {
    case airplane, bird, boat, car, cat, cup, fish, house, mushroom, tree

    /// "airplane": the name of its folder, and of its label.
    public var name: String { rawValue }

    public var description: String { rawValue }

    /// Where it is usually seen. No place belongs to one class alone.
    var settings: [SceneSetting] {
        switch self {
        case .airplane: [.sky, .sky, .sea, .meadow]
        case .bird: [.sky, .meadow, .wood, .street]
        case .boat: [.sea, .sea, .sea, .sky]
        case .car: [.street, .street, .meadow, .wood]
        case .cat: [.room, .meadow, .street, .wood]
        case .cup: [.room, .room, .meadow, .street]
        case .fish: [.underwater, .underwater, .sea, .room]
        case .house: [.meadow, .street, .sea, .wood]
        case .mushroom: [.wood, .wood, .meadow, .room]
        case .tree: [.meadow, .street, .wood, .sky]
        }
    }

    /// Draws one.
    func sketch(using random: inout SplitMix64) -> Sketch {
        switch self {
        case .airplane: airplaneSketch(using: &random)
        case .bird: birdSketch(using: &random)
        case .boat: boatSketch(using: &random)
        case .car: carSketch(using: &random)
        case .cat: catSketch(using: &random)
        case .cup: cupSketch(using: &random)
        case .fish: fishSketch(using: &random)
        case .house: houseSketch(using: &random)
        case .mushroom: mushroomSketch(using: &random)
        case .tree: treeSketch(using: &random)
        }
    }

    /// The largest usual turn, as the tangent of half of it.
    var tilt: Float {
        switch self {
        case .airplane, .fish: 0.16
        case .bird, .cup: 0.1
        default: 0.06
        }
    }
}
