// A cat or a dog that sits and looks at you, in the shape and the colours of its breed.

import Tensors

/// One animal of a breed. Each is a little different.
func petSketch(_ breed: PetBreed, using random: inout SplitMix64) -> Sketch {
    let pet = Pet(breed, using: &random)
    var sketch = Sketch()
    sketch.tail(of: pet, using: &random)
    sketch.body(of: pet)
    sketch.ears(of: pet)
    sketch.face(of: pet)
    return sketch
}

/// What was chosen for one animal.
private struct Pet {
    let breed: PetBreed
    let fur, other, pale: Paint
    let build, ears, muzzle: Float
    /// The middle of the head.
    let head: Point

    init(_ breed: PetBreed, using random: inout SplitMix64) {
        self.breed = breed
        let coat = breed.coat
        let light = random.between(0.85, 1.12)
        func shade(_ colour: Colour) -> Colour { pointwiseMin(light * colour, Colour(repeating: 0.97)) }
        let pattern: Pattern =
            switch coat.markings {
            case .none, .points, .saddle: .plain
            case .stripes: .stripes(8, Turn(tangentOfHalf: 0.9))
            case .brindle: .stripes(random.between(11, 15), Turn(tangentOfHalf: random.between(0.7, 1)))
            case .spots: .dots(random.between(10, 13))
            case .patches: .patches(random.between(3, 4))
            }
        // A brindled dog has stripes or has none.
        let isPlain = coat.markings == .brindle && random.happens(0.5)
        fur = Paint(shade(coat.colour), isPlain ? .plain : pattern, shade(coat.other), grain: 0.25, roundness: 0.8)
        other = Paint(shade(coat.other), grain: 0.25, roundness: 0.8)
        pale = Paint(shade(coat.colour).mixed(with: .white, 0.6), grain: 0.15, roundness: 0.5)
        build = breed.build * random.between(0.94, 1.06)
        ears = breed.ears.length * random.between(0.9, 1.1)
        muzzle = breed.muzzle * random.between(0.92, 1.08)
        head = [random.between(-0.03, 0.03), random.between(-0.25, -0.21)]
    }

    var hasPoints: Bool { breed.coat.markings == .points }
    /// Ears, paws and tail of some have the second colour.
    var ends: Paint { hasPoints || breed.coat.markings == .saddle ? other : fur }

    func at(_ x: Float, _ y: Float) -> Point { head + Point(x, y) }
    /// An oval of the head.
    func spot(_ x: Float, _ y: Float, _ across: Float, _ down: Float) -> Outline {
        ellipse(head.x + x, head.y + y, across, down)
    }
}

extension Sketch {
    fileprivate mutating func tail(of pet: Pet, using random: inout SplitMix64) {
        let tip = random.between(-0.1, 0.15)
        let width: Float = pet.breed.mane > 0 ? 0.11 : pet.breed.isCat ? 0.06 : 0.05
        let side = 0.22 * pet.build
        if pet.breed.isCat {
            paint(
                pet.ends,
                limb(
                    [.at(0.1, 0.44), .at(side + 0.1, 0.42), .at(side + 0.18, 0.22), .at(side + 0.12, tip)], width: width
                ))
        } else {
            paint(pet.ends, limb([.at(0.1, 0.4), .at(side + 0.08, 0.3), .at(side + 0.14, tip + 0.08)], width: width))
        }
    }

    /// Body, chest and legs.
    fileprivate mutating func body(of pet: Pet) {
        let w = pet.build
        paint(
            pet.fur,
            closedCurve([
                .at(0, -0.16), .at(0.14 * w, -0.04), .at(0.21 * w, 0.24), .at(0.19 * w, 0.47), .at(0, 0.49),
                .at(-0.19 * w, 0.47), .at(-0.21 * w, 0.24), .at(-0.14 * w, -0.04),
            ]))
        if pet.breed.coat.markings == .saddle {
            paint(pet.other, ellipse(-0.15 * w, 0.16, 0.07 * w, 0.16), ellipse(0.15 * w, 0.16, 0.07 * w, 0.16))
        }
        paint(pet.pale, ellipse(0, 0.08, 0.08 * w, 0.14))
        for side: Float in [-1, 1] {
            let x = side * 0.08 * w
            paint(pet.fur, limb([.at(x, 0.15), .at(x, 0.45)], width: 0.09 * w))
            paint(pet.hasPoints ? pet.other : pet.pale, ellipse(x, 0.46, 0.06 * w, 0.035))
        }
    }

    fileprivate mutating func ears(of pet: Pet) {
        let (w, length) = (pet.build, pet.ears)
        if pet.breed.mane > 0 {
            let (across, down) = (0.17 * w + pet.breed.mane, 0.16 + pet.breed.mane)
            paint(pet.pale, pet.spot(0, 0.04, across, down))
        }
        for side: Float in [-1, 1] {
            if pet.breed.ears.hang { continue }
            let (outer, inner) = (side * 0.17 * w, side * 0.04 * w)
            paint(pet.ends, [pet.at(outer, 0.0), pet.at(side * 0.15 * w, -0.1 - length), pet.at(inner, -0.11)])
            let pink = Paint(Colour(0.8, 0.52, 0.5), grain: 0.05)
            paint(
                pink,
                [
                    pet.at(side * 0.145 * w, -0.05), pet.at(side * 0.14 * w, -0.07 - 0.75 * length),
                    pet.at(side * 0.08 * w, -0.1),
                ])
        }
    }

    /// The head, and ears that hang over it.
    fileprivate mutating func face(of pet: Pet) {
        let w = pet.build
        paint(pet.fur, pet.spot(0, 0, 0.17 * w, 0.155))
        if pet.hasPoints { paint(pet.other, pet.spot(0, 0.03, 0.11 * w, 0.1)) }
        if pet.breed.ears.hang {
            for side: Float in [-1, 1] {
                let x = side * 0.165 * w
                paint(
                    pet.breed.coat.markings == .none ? pet.fur : pet.other,
                    closedCurve([
                        .at(pet.head.x + 0.75 * x, pet.head.y - 0.12), .at(pet.head.x + 1.35 * x, pet.head.y - 0.02),
                        .at(pet.head.x + 1.3 * x, pet.head.y - 0.05 + pet.ears),
                        .at(pet.head.x + 0.9 * x, pet.head.y - 0.06 + pet.ears), .at(pet.head.x + 0.85 * x, pet.head.y),
                    ]))
            }
        }
        for side: Float in [-1, 1] {
            let x = side * 0.075 * w
            paint(Paint(pet.breed.coat.iris, grain: 0), pet.spot(x, -0.03, 0.035, 0.03))
            let width: Float = pet.breed.isCat ? 0.012 : 0.024
            paint(Paint(.black, grain: 0), pet.spot(x, -0.03, width, 0.026))
        }
        muzzle(of: pet)
        mark("left eye", pet.at(-0.075 * w, -0.03).x, pet.at(-0.075 * w, -0.03).y)
        mark("right eye", pet.at(0.075 * w, -0.03).x, pet.at(0.075 * w, -0.03).y)
        mark("nose", pet.at(0, 0.05).x, pet.at(0, 0.05).y)
    }

    private mutating func muzzle(of pet: Pet) {
        let length = pet.muzzle
        let paint = pet.hasPoints ? pet.other : pet.pale
        if pet.breed.isCat {
            self.paint(paint, pet.spot(-0.03, 0.075, 0.045, 0.035), pet.spot(0.03, 0.075, 0.045, 0.035))
            self.paint(
                Paint(Colour(0.75, 0.4, 0.4), grain: 0), [pet.at(-0.025, 0.04), pet.at(0.025, 0.04), pet.at(0, 0.065)])
            for side: Float in [-1, 1] {
                for rise: Float in [-0.02, 0.03] {
                    let (from, to) = (pet.at(side * 0.06, 0.07), pet.at(side * 0.22, 0.075 + rise))
                    self.paint(Paint(.white, grain: 0), limb([.at(from.x, from.y), .at(to.x, to.y)], width: 0.008))
                }
            }
        } else {
            self.paint(paint, pet.spot(0, 0.03 + length / 2, 0.08 * pet.build, 0.03 + length / 2))
            self.paint(Paint(.black, grain: 0.05, roundness: 0.9), pet.spot(0, 0.035, 0.038, 0.028))
            let (top, bottom) = (pet.at(0, 0.06), pet.at(0, 0.05 + length))
            self.paint(Paint(.black, grain: 0), limb([.at(top.x, top.y), .at(bottom.x, bottom.y)], width: 0.012))
        }
    }
}
