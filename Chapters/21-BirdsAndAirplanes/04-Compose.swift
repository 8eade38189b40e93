// # One transform after the other
//
// Section 21.4 · After this page you can chain transforms, and have the compiler refuse those that do not fit.

import Figures
import Layers
import Notebook
import Tensors

// (This chapter follows chapter 7 of "Deep Learning with PyTorch"; "the book" is that one here.)
//
// A sample goes through several steps: it becomes a tensor, loses a bit of its edge, is normalized. The book puts a
// list of transforms into `Compose`, and the list is itself a transform. In Python nobody looks at the list before it
// runs. In Swift a transform says what it takes and what it gives. So two of them can be joined if the first gives what
// the second takes:

/// Two transforms, one after the other, as one.
public struct Compose<First: Transform, Second: Transform>: Transform where First.Output == Second.Input {
    public let first: First
    public let second: Second

    public init(_ first: First, _ second: Second) { (self.first, self.second) = (first, second) }

    public func callAsFunction(_ input: First.Input) throws -> Second.Output { try second(try first(input)) }
}

// Longer chains are pairs of pairs. `then` makes them read from left to right:

extension Transform {
    /// This transform, then another.
    public func then<Next: Transform>(_ next: Next) -> Compose<Self, Next> where Next.Input == Output {
        Compose(self, next)
    }
}

extension BirdsAndAirplanes {
    func chainsOfTransforms() throws {
        // Three steps in a chain, on item 99:
        let picture = try PictureDataset(try pictures.train)[99].0
        let chain = ToTensor().then(CenterCrop(24)).then(Pad(4))
        let x = try chain(picture)
        show(x.shape, "its shape", ask: "[32, 32, 3] → ToTensor, CenterCrop(24), Pad(4). What is the shape at the end?")
        show(Raster(x), "Item 99 of \(dataName): the middle, with a margin")

        // It is the same as calling one after the other:
        let byHand = try Pad(4)(CenterCrop(24)(ToTensor()(picture)))
        show(x.scalars == byHand.scalars, "the chain gives what the three calls give")

        // In another order, the same steps give something else. A margin of 4 first, then 24 of what are now 40 pixels:
        let other = try ToTensor().then(Pad(4)).then(CenterCrop(24))(picture)
        show(other.shape, "the shape with the margin first")

        // Some orders make no sense. `CenterCrop(24).then(ToTensor())` would give a tensor to something that takes
        // bytes, and the compiler says so before anything runs:
        //
        //     CenterCrop(24).then(ToTensor())
        //     error: instance method 'then' requires the types 'Tensor' and 'ByteTensor' be equivalent
        //
        // In Python, this is found out when the first item is asked for.
        show("\(type(of: chain))", "The type of a chain says what is in it")
    }

    func randomAndFixedSteps() throws {
        // Chance may be anywhere in a chain. Each step keeps its own stream, and the chain has none:
        let augment = ToTensor()
            .then(RandomCrop(32, padding: 4, using: RandomStream(seed: run.seed)))
            .then(ColourJitter(brightness: 0.3, saturation: 0.3, using: RandomStream(seed: run.seed + 1)))
        let dataset = PictureDataset(try pictures.train).transformed(by: augment)
        let some = try (0..<8).map { try dataset[$0].0 }
        show(
            ImageGrid(some.map { Raster($0) }, columns: 8),
            "Items 0 to 7 of \(dataName), cropped and with other colours")

        // Such steps are for training alone. Validation pictures stay as they are: a score that is another one at every
        // look says little.
    }
}
