// # What you do not need
//
// Section 1.1 · After this page you know what deep learning is good for, and that little stands in your way.

import Common
import Figures
import Notebook

// *Deep learning* is a way for a computer to learn from examples. What it learns goes into *layers*: each takes what
// the layer before has found, and makes something of it that is of more use. The first one gets the data, such as the
// pixels of a photo; the last one gives what you asked for. All layers are adjusted together, by a rule that makes the
// errors on the examples smaller:

extension FirstModels {
    func layersInARow() {
        show(
            FlowChart(
                ["pixels", "edges", "corners, fur", "eyes, ears", "“a cat”"],
                title: "Each layer refines what the last one found"),
            "From a photo to a word (section 1.6 looks into a net that does it)")
    }

    func whereItIsBest() {
        // One kind of model does all of this, which is the surprising part: the *neural network*, or *net* for short.
        // (A *model* is what a computer has learned, in a form that it can use. Section 1.4 is more exact.)
        var table = TextTable(["area", "for example"])
        table.add(
            "language", "answering questions, speech to text, summaries, finding names and dates, sorting documents")
        table.add("seeing", "satellite pictures, faces, captions, traffic signs, pedestrians")
        table.add("medicine", "what is unusual on X-ray, CT and MRI pictures, counting cells on slides")
        table.add("biology", "how proteins fold, tumours by their genes, kinds of cells")
        table.add("making pictures", "colour for old photos, sharper and cleaner ones, another painter's style")
        table.add("recommending", "search results, products, what stands on a home page")
        table.add("games", "chess, Go, video games")
        table.add("robots", "grasping what is hard to see or to hold")
        table.add("and", "forecasts of demand and money, text to speech")
        show(table, "Where deep learning is the best tool that we have, or nearly so")
    }

    func threeMyths() throws {
        // Many think that it takes a doctorate, a data centre and a million examples. Here is what it takes in this
        // book:
        var table = TextTable(["they say you need", "you need", "see"])
        table.add("much mathematics", "what you learned at school; the rest is explained when it comes up", "chapter 4")
        table.add("much data", "sometimes fewer than fifty examples", "the next picture")
        table.add("costly computers", "what you have: this program runs on it", "the time at the end of this run")
        table.add("a doctorate", "curiosity, and not to give up", "chapter by chapter")
        show(table, "What you do not need")
        // (As for the last row: the book names Alec Radford, who was an undergraduate when he wrote one of the papers
        // of this field that are cited most, on nets that make pictures.)
    }

    func withFewPhotos() throws {
        // The second line can be tried. A net that has learned from other pictures before is shown a handful of pets,
        // half cats and half dogs, and has to name others. How that works comes later; do not read the code yet, look
        // at the numbers only. Which photos are in the handful is up to chance, so it is *drawn* several times:
        let (features, counts) = (try features, [4, 8, 16, 32, 48])
        let accuracies = counts.map { count in
            run.overSeedsAtOnce(run.size(quick: 2, usual: 10)) { random in
                let order = random.permutation(features.labels.count)
                let (cats, dogs) = (
                    order.filter { features.labels[$0] == 0 }, order.filter { features.labels[$0] == 1 }
                )
                let half = min(count / 2, cats.count / 2, dogs.count / 2)
                let learned = Array(cats.prefix(half) + dogs.prefix(half))
                let head = features.head(from: learned, using: &random)
                return features.accuracy(head, on: Array(Set(order).subtracting(learned)).sorted())
            }
        }
        let means = accuracies.map { Spread($0).mean }
        show(
            Chart("How few photos are enough?", x: "photos learned from", y: "right on other photos", yLimits: 0...1) {
                Line(counts, means, colour: .blue)
                Points(counts, means, colour: .blue)
                Rule(y: shareOfMostFrequent(features.labels), "always the more frequent kind")
            },
            "Cats and dogs (\(dataName)), the mean of \(counted(accuracies[0].count, "draw"))",
            predict: .share(
                "With 48 photos to learn from, which share of the others will it name right? (Within a tenth.)",
                means.last!, within: .plusMinus(0.1)))
        record("few-photos/accuracy-with-48", over: accuracies.last!)

        // #hide
        if try !pretrained.isLarge {
            show(
                "(The net of this run is small and has seen generated scenes only, so it has more to learn here. "
                    + "A net that has seen a million photos names nearly all photos of real pets rightly.)")
        }
        // Fifty photos are not enough for everything. But they have been enough for records in some fields, and they
        // are enough to begin with. What a net knows from other pictures decides how far they go.
    }
}
