// What the sections about photos share. Each is made when a section first asks for it.

import Notebook
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
}
