// What the sections about photos share. Each is made when a section first asks for it.

import Notebook
import Tensors
import Vision

extension Architectures {
    /// The pretrained body for photos of pets: MobileNetV2 for real ones if ImageNet's weights are at hand, else a
    /// small net that has learned from generated scenes. (There are no weights of the book's ResNet-34 here.)
    var petBody: Pretrained {
        get throws { try run.once { try .best(of: run, photosAreReal: petSource.folder != nil) } }
    }

    /// The small net, for pages that train many whole nets.
    var smallPretrained: Pretrained { get throws { try run.once { try .small(for: run) } } }

    /// The name of the pets' data set, for tables and charts.
    var petName: String { petSource.name }

    /// All photos of pets that could be read.
    var pets: Pets { get throws { try petSource.contents } }

    /// The name of the street scenes' data set, for tables and charts.
    var streetName: String { streetSource.name }

    /// All pictures with masks that could be read.
    var streets: Streets { get throws { try streetSource.contents } }

    /// The plan of the pets: photos with their breeds, a fifth of them to be judged by.
    /// - Parameters:
    ///   - size: of the photos as the net sees them.
    ///   - batch: what is done with photos to learn from; nil for no changes at random but the place of the crop.
    func petPlan(size: Int, batch: [any BatchTransform]? = nil) throws -> DataBlock<PetPhoto, CategoryBlock> {
        let pets = try pets
        return DataBlock(
            target: CategoryBlock(Vocabulary(pets.photos.map(\.breed))), items: { _ in pets.photos },
            splitter: .random(seed: 42), getX: \.photo, getY: \.breed, item: Resize(Size2D(size)), batch: batch ?? [])
    }
}
