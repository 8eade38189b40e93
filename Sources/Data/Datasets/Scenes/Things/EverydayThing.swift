// Twenty things of everyday life: the classes of PASCAL's pictures, drawn as in a picture book.
//
// M. Everingham and others, "The PASCAL Visual Object Classes Challenge 2007": the names are theirs. Five of the things
// are among the ten classes of the generated scenes, and are drawn as there.

import Tensors

/// What a scene with several labels can show. The order is that of the names, so a class's number is its place.
public enum EverydayThing: String, CaseIterable, Sendable, CustomStringConvertible {
    case aeroplane, bicycle, bird, boat, bottle, bus, car, cat, chair, cow, diningtable, dog, horse, motorbike, person
    case pottedplant, sheep, sofa, train, tvmonitor

    /// "aeroplane": its label.
    public var name: String { rawValue }

    public var description: String { rawValue }

    /// How many of thirty things are of this kind. People are the most frequent, as on photographs.
    var frequency: Int {
        switch self {
        case .person: 6
        case .car, .chair, .dog, .cat, .bird: 2
        default: 1
        }
    }
}

extension EverydayThing: SceneSubject {
    var settings: [SceneSetting] {
        switch self {
        case .aeroplane: [.sky, .sky, .sky, .meadow]
        case .bird: [.sky, .meadow, .wood, .street]
        case .boat: [.sea, .sea, .sea, .sky]
        case .bicycle, .bus, .car, .motorbike: [.street, .street, .street, .meadow]
        case .bottle, .chair, .diningtable, .sofa, .tvmonitor: [.room, .room, .room, .street]
        case .pottedplant, .cat: [.room, .room, .meadow, .street]
        case .cow, .horse, .sheep: [.meadow, .meadow, .meadow, .wood]
        case .dog: [.meadow, .street, .room, .wood]
        case .person: [.street, .room, .meadow, .sea]
        case .train: [.street, .meadow, .wood, .sky]
        }
    }

    var tilt: Float {
        switch self {
        case .aeroplane: 0.16
        case .bird, .bottle, .bicycle, .motorbike: 0.09
        default: 0.05
        }
    }

    func sketch(using random: inout SplitMix64) -> Sketch {
        switch self {
        case .aeroplane: airplaneSketch(using: &random)
        case .bicycle: bicycleSketch(using: &random)
        case .bird: birdSketch(using: &random)
        case .boat: boatSketch(using: &random)
        case .bottle: bottleSketch(using: &random)
        case .bus: busSketch(using: &random)
        case .car: carSketch(using: &random)
        case .cat: catSketch(using: &random)
        case .chair: chairSketch(using: &random)
        case .cow: cowSketch(using: &random)
        case .diningtable: tableSketch(using: &random)
        case .dog: dogSketch(using: &random)
        case .horse: horseSketch(using: &random)
        case .motorbike: motorbikeSketch(using: &random)
        case .person: personSketch(using: &random)
        case .pottedplant: plantSketch(using: &random)
        case .sheep: sheepSketch(using: &random)
        case .sofa: sofaSketch(using: &random)
        case .train: trainSketch(using: &random)
        case .tvmonitor: monitorSketch(using: &random)
        }
    }
}
