// # Two classes of ten
//
// Section 21.5 · After this page you can make a dataset of some classes of another one, with labels of its own.

import Figures
import Notebook
import Tensors

// (This chapter follows chapter 7 of "Deep Learning with PyTorch"; "the book" is that one here.)
//
// The book tells a story. Jane, of a bird-watching club, has put cameras into the woods south of the airport. Whenever
// something moves in the sky, they take a picture, and it appears on the club's live blog. But airplanes move, too. So
// Jane spends her evenings deleting airplanes. A net shall do that for her, at once:

extension BirdsAndAirplanes {
    func theTask() {
        show(
            FlowChart(
                ["camera", "picture, 32 × 32", "bird or airplane?", "birds: to the blog"],
                title: "The net stands between the camera and the blog, and throws airplanes away"),
            "The task")

        // She needs pictures of birds and of airplanes to learn from. Two of the classes of the data set are just that.
    }
}

// So take the items of the two classes, and give them labels from 0: an airplane is 0, a bird is 1. In the book that is
// one line of Python for each part, a list of pairs, with a dictionary `label_map` from the old labels to the new. A
// list has a length and an index, so it is all that a dataset has to be. In Swift it takes a few lines to say so, and a
// function `relabelledList` to make one:

/// Items in a list.
public struct ListDataset<Sample>: Dataset {
    public let items: [(Sample, Int)]

    public init(_ items: [(Sample, Int)]) { self.items = items }

    public var count: Int { items.count }

    public subscript(index: Int) -> (Sample, Int) {
        get throws {
            guard items.indices.contains(index) else { throw NoSuchItem(index, of: count) }
            return items[index]
        }
    }
}

/// The items whose label is in the map, in their order, with the labels that the map gives them. All of them are
/// fetched at once and kept.
public func relabelledList<Items: Dataset>(_ dataset: Items, _ labelMap: [Int: Int]) throws -> ListDataset<Items.Sample>
{
    var items: [(Items.Sample, Int)] = []
    for index in 0..<dataset.count {
        let (sample, label) = try dataset[index]
        if let new = labelMap[label] { items.append((sample, new)) }
    }
    return ListDataset(items)
}

extension BirdsAndAirplanes {
    func airplanesAndBirds() throws {
        // The labels of this run's data, and what becomes of them:
        let (names, labelMap) = (try pictures.classNames, try self.labelMap)
        show(
            labelMap.sorted { $0.value < $1.value }.map { "\($0.key) (\(names[$0.key])) → \($0.value)" },
            "the label map; in the book 0 → 0 and 2 → 1")

        // On bytes, to look at them first. (`labelCounts` of section 21.2 asks for every item, and counts the labels.)
        let asTheyAre = try relabelledList(PictureDataset(try pictures.train), labelMap)
        let counts = try labelCounts(asTheyAre)
        show(
            counts.count, "classes", predict: .count("How many different labels has the new dataset?", counts.count))
        let shown = [0, 1].flatMap { label in
            asTheyAre.items.filter { $0.1 == label }.prefix(8)
        }
        show(
            ImageGrid(shown.map { Raster($0.0) }, titles: shown.map { pairNames[$0.1] }, columns: 8),
            "Eight airplanes and eight birds of \(dataName)")

        // Would you tell them apart at this size? Some are hard. Look at the backgrounds, too: where most airplanes are
        // in front of a blue sky, blue alone is a good guess.
    }

    func normalizedPair() throws {
        // (The book filters `cifar10` here. It means the dataset with the transforms, tensor and normalizing, or else
        // what it does with the items on the pages after could not work.) A piece of the real thing, as the book has
        // it:
        let part = run.size(quick: 100, usual: 1000)
        let some = PictureDataset(try pictures.train.chosen(Array(0..<min(part, try pictures.train.count))))
        let cifar2 = try relabelledList(some.transformed(by: ToTensor().then(try normalize)), try labelMap)
        let (x, y) = try cifar2[0]
        show("\(x.shape), \(y) (\(pairNames[y]))", "item 0 of \(cifar2.count)")

        // As floats the 10,000 training pictures take four times what their bytes take:
        let floats = 10_000 * 3072 * 4
        show(
            Double(floats) / 1e6, "megabytes for a list of 10,000 tensors",
            ask: "10,000 tensors [3, 32, 32] of floats, 4 bytes each: how many megabytes?")

        // That is fine here, and would not be for photographs. The list is a clever shortcut with a limit.
    }
}
