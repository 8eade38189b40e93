// # A dataset of tiny images
//
// Section 21.1 · After this page you know what CIFAR-10 is, and what its ten classes look like.

import Datasets
import Figures
import Notebook
import Tensors

// (This chapter follows chapter 7 of "Deep Learning with PyTorch", by Eli Stevens, Luca Antiga and Thomas Viehmann. On
// its pages, "the book" is that one.)
//
// MNIST has grey digits. The next step is colour, and things in place of digits. CIFAR-10 has 60,000 pictures of 32 ×
// 32 pixels in red, green and blue, 50,000 of them to learn from, and each shows one of ten things. Alex Krizhevsky,
// Vinod Nair and Geoffrey Hinton collected and labelled them, for the Canadian Institute for Advanced Research, which
// gave the set its name. The pictures are from a much larger collection without labels, the "80 million tiny images" of
// the MIT. (CIFAR-100 is its sister, with a hundred classes.) For new research it is too easy by now. For learning it
// is just right: small enough for any computer, and not trivial.

extension BirdsAndAirplanes {
    func tenClasses() throws {
        // The classes have numbers from 0, and names:
        var table = TextTable(["label", "class in CIFAR-10", "class in this run"])
        let names = try pictures.classNames
        let found = Set(try pictures.train.labels)
        for label in 0..<max(10, names.count) {
            let book = CIFAR10.classNames
            table.add(label, label < book.count ? book[label] : nil, found.contains(label) ? names[label] : nil)
        }
        show(table, "Ten classes")

        // The book's library fetches the data set itself. `datasets.CIFAR10(data_path, train=True, download=True)` says
        // where it shall be, which part is wanted, and whether it may be fetched if it is not there; the same call with
        // `train=False` gives the validation pictures. (MNIST, Fashion-MNIST, CIFAR-100, SVHN, Coco and Omniglot are
        // there, too.) Here these are three things: `swift run data get cifar10` fetches, `--data DIR` says where, and
        // a chapter always reads both parts. What is not there is generated.
        // #hide
        if !allOrigin.isBooks { show("This run has \(dataName) in place of the book's pictures.") }
        let (train, valid) = (try pictures.train, try pictures.valid)
        show("\(train.count) for training, \(valid.count) for validation", dataName)
        record("pictures/count", train.count + valid.count, book: 60_000, on: allOrigin)
        show(train.images.shape, "shape of all training pictures: pictures, rows, columns, colours")
        show(
            train.images.shape[1] * train.images.shape[2] * train.images.shape[3], "bytes of a picture",
            ask: "32 rows of 32 pixels in three colours: how many bytes has a picture?")
    }

    func picturesOfEachClass() throws {
        // And here they are, some of each class. At this size, a bird is a matter of a few dozen pixels:
        let (train, names) = (try pictures.train, try pictures.classNames)
        let places = names.indices.map { label in train.labels.indices.filter { train.labels[$0] == label } }
        let width = min(8, places.map(\.count).filter { $0 > 0 }.min() ?? 1)
        let cells = places.flatMap { $0.prefix(width) }
        show(
            ImageGrid(
                cells.map { Raster(train.images[$0]) }, titles: cells.map { names[train.labels[$0]] }, columns: width),
            "Some pictures of each class in \(dataName)")

        // Later in the chapter only two of the classes are left, airplanes and birds.
    }
}
