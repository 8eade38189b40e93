// # A plan, step by step
//
// Section 5.3 · After this page you can find the step of a data block that fails, and read what it says.

import Figures
import Foundation
import Notebook
import Tensors
import Vision

// When a plan does fail, the question is where. `summary` takes it through one item and one small batch, and writes
// down what every step makes. The book shows it for a block in which `Resize` was forgotten. `fourPhotos` are photos of
// the sizes that the book's first four happen to have, so that you can compare line by line. `plan` makes a data block
// for them, with an item transform or without:

extension ImageClassification {
    /// A photo under each of six names, in the book's sizes (width × height).
    private var fourPhotos: [(name: String, photo: Photo)] {
        get throws {
            let (file, sizes) = (
                try widePhoto, [(375, 500), (500, 375), (500, 333), (500, 375), (500, 375), (375, 375)]
            )
            let whole = try Photo(file)
            let names = ["american_bulldog_83", "Bengal_2", "boxer_3", "pug_4", "boxer_5", "Bengal_6"]
            return zip(names, sizes).map { name, size in
                let framing = Framing(
                    Region(of: whole.size, shapedLike: Size2D(size.1, size.0)), size: Size2D(size.1, size.0))
                return (name + ".jpg", whole.framed(framing))
            }
        }
    }

    /// A plan for them; the last two are for validation.
    private func plan(item: Resize?) throws -> DataBlock<String, CategoryBlock> {
        let photos = Dictionary(uniqueKeysWithValues: try fourPhotos.map { ($0.name, $0.photo) })
        return DataBlock(
            target: CategoryBlock(Vocabulary(BookPets.breeds)), items: { _ in [] }, splitter: .index([4, 5]),
            getX: { photos[$0]! }, getY: { try breedOf(URL(filePath: "/pets/\($0)")) }, item: item)
    }

    func withoutResize() throws {
        let summary = try plan(item: nil).summary(of: try fourPhotos.map(\.name))
        show(
            summary.description, "a data block without Resize",
            predict: .choice(
                "At which step does a data block without Resize fail?",
                ["labelling", "opening a photo", "making a batch"],
                answer: summary.description.contains("cannot be collated") ? "making a batch" : "labelling"))

        // Read it from the top. Items were found, divided and labelled; `american_bulldog` became number 12. The photo
        // was opened, and here is a trap that has cost many an evening: its size is said as *width* × height, 375 ×
        // 500, and its tensor has the shape *channels*, *height*, width, [3, 500, 375]. Each is usual where it is used.
        //
        // One item alone makes no trouble, whatever its size. The batch does: four photos with the shapes [3, 500,
        // 375], [3, 375, 500], [3, 333, 500] and [3, 375, 500] do not fit into one tensor. To make a batch of items is
        // called to *collate* them.
    }

    func withResize() throws {
        // With the line that was missing, the plan goes through to the end:
        let summary = try plan(item: Resize(64)).summary(of: try fourPhotos.map(\.name))
        show(summary.description, "the same with Resize(64)")

        // And this is the plan of this chapter, on the photos of this run:
        let (files, plan) = (try photos, try plan)
        show(try pets.shortText(plan.summary(of: files).description), "the plan of this chapter, on \(dataName)")
    }
}
