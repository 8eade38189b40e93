// Twelve breeds of cats and dogs, as a picture book might draw them: the stand-in for photographs of pets.
//
// What makes a breed is its coat, its ears, its muzzle and its build; the names are those of real breeds, written as in
// the data set of pets that the book uses: cats with a capital, dogs without. Two of the dogs are nearly the same: they
// differ in the length of their ears and in their build, and both vary from dog to dog by about as much. A classifier
// that has learned what there is to learn still takes one for the other, and nobody can blame it.

import Tensors

/// A breed, and what its animals look like.
public struct PetBreed: Sendable, Equatable {
    /// As in the names of files: "Russian_Blue", "great_pyrenees".
    public let name: String
    public let isCat: Bool
    let coat: Coat
    let ears: Ears
    /// How wide the animal is, where 1 is usual.
    let build: Float
    /// How long the muzzle is.
    let muzzle: Float
    /// How far fur stands off around the head.
    var mane: Float = 0

    /// The colours of the fur, each with some chance around it, and where the second one is.
    struct Coat: Sendable, Equatable {
        enum Markings: Sendable, Equatable { case none, stripes, spots, patches, points, saddle, brindle }
        var colour: SIMD3<Float>
        var other: SIMD3<Float>
        var markings = Markings.none
        var iris = SIMD3<Float>(0.35, 0.22, 0.1)
    }

    /// How long ears are, and whether they hang.
    struct Ears: Sendable, Equatable {
        var length: Float
        var hang = false
    }
}

extension PetBreed {
    private static func cat(_ name: String, _ coat: Coat, ears: Float, build: Float, mane: Float = 0) -> PetBreed {
        PetBreed(
            name: name, isCat: true, coat: coat, ears: Ears(length: ears), build: build, muzzle: 0.05, mane: mane)
    }

    private static func dog(
        _ name: String, _ coat: Coat, ears: Ears, build: Float, muzzle: Float, mane: Float = 0
    ) -> PetBreed {
        PetBreed(name: name, isCat: false, coat: coat, ears: ears, build: build, muzzle: muzzle, mane: mane)
    }

    /// All of them, sorted by the codes of their letters: cats first.
    public static let all = [
        cat(
            "Abyssinian", Coat(colour: [0.72, 0.45, 0.22], other: [0.5, 0.28, 0.12], iris: [0.75, 0.7, 0.2]),
            ears: 0.2, build: 0.9),
        cat(
            "Bengal",
            Coat(colour: [0.78, 0.6, 0.34], other: [0.22, 0.14, 0.08], markings: .spots, iris: [0.45, 0.75, 0.3]),
            ears: 0.15, build: 1),
        cat(
            "Ragdoll",
            Coat(colour: [0.9, 0.86, 0.78], other: [0.36, 0.26, 0.2], markings: .points, iris: [0.3, 0.5, 0.95]),
            ears: 0.14, build: 1.15, mane: 0.06),
        cat(
            "Russian_Blue", Coat(colour: [0.45, 0.5, 0.58], other: [0.38, 0.42, 0.5], iris: [0.35, 0.85, 0.4]),
            ears: 0.17, build: 0.9),
        cat(
            "Sphynx", Coat(colour: [0.88, 0.68, 0.6], other: [0.78, 0.56, 0.5], iris: [0.9, 0.75, 0.25]), ears: 0.25,
            build: 0.75),
        dog(
            "american_pit_bull_terrier", bullTerrier, ears: Ears(length: 0.135), build: 0.97, muzzle: 0.115),
        dog(
            "beagle",
            Coat(colour: [0.92, 0.9, 0.85], other: [0.5, 0.28, 0.12], markings: .saddle),
            ears: Ears(length: 0.26, hang: true), build: 0.95, muzzle: 0.13),
        dog(
            "great_pyrenees", Coat(colour: [0.93, 0.92, 0.88], other: [0.86, 0.82, 0.74]),
            ears: Ears(length: 0.18, hang: true), build: 1.25, muzzle: 0.13, mane: 0.08),
        dog(
            "miniature_pinscher", Coat(colour: [0.14, 0.11, 0.1], other: [0.62, 0.34, 0.14], markings: .points),
            ears: Ears(length: 0.23), build: 0.75, muzzle: 0.14),
        dog(
            "newfoundland", Coat(colour: [0.12, 0.11, 0.12], other: [0.2, 0.18, 0.18]),
            ears: Ears(length: 0.2, hang: true), build: 1.3, muzzle: 0.13, mane: 0.07),
        dog(
            "saint_bernard", Coat(colour: [0.93, 0.9, 0.86], other: [0.62, 0.33, 0.16], markings: .patches),
            ears: Ears(length: 0.2, hang: true), build: 1.3, muzzle: 0.12, mane: 0.03),
        dog(
            "staffordshire_bull_terrier", bullTerrier, ears: Ears(length: 0.115), build: 1.05, muzzle: 0.105),
    ]

    /// The two that are hard to tell apart.
    public static let twins = ["american_pit_bull_terrier", "staffordshire_bull_terrier"]

    /// The coat that both of them have.
    private static let bullTerrier = Coat(
        colour: [0.52, 0.36, 0.25], other: [0.3, 0.2, 0.14], markings: .brindle)
}

extension PetBreed: SceneSubject {
    var settings: [SceneSetting] { isCat ? [.room, .room, .meadow, .street] : [.meadow, .meadow, .street, .room] }
    var tilt: Float { 0.08 }
    func sketch(using random: inout SplitMix64) -> Sketch { petSketch(self, using: &random) }
}
