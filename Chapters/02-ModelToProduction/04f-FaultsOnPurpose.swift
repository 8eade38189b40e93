// # Faults on purpose
//
// Section 2.4 · After this page you can measure whether a way to find faults finds them.

import Datasets
import Figures
import Foundation
import Notebook
import Tensors
import Vision

// The first photos in the list look bad, and some of them are. But how many faults are further down, or not in the list
// at all? Nobody knows, and so nobody can say whether the list is any good. Unless the faults are our own. Take photos
// with labels that are right, and spoil some of them in the three ways that a search engine does:
//
// - a *wrong label*: a grizzly among the black bears,
// - *two bears*: two kinds in one picture, so that no label is right (the book's own example),
// - *no bear*: something else, which happened to be on the same page.
//
// Now the truth is known for each photo, and everything can be counted. `PlantedFault` names the ways:

/// What is wrong with a photo in a data set.
public enum PlantedFault: String, Sendable, CaseIterable {
    case wrongLabel = "wrong label", twoBears = "two bears", noBear = "no bear"
}

// Two kinds in one picture are made of two photos, the middle of one beside the middle of the other. `halfAndHalf`
// does it:

/// The middle of one photo beside the middle of another.
func halfAndHalf(_ left: Photo, _ right: Photo, size: Int = 224) -> Photo {
    let photos = [left, right].map { $0.raster.resized(width: size, height: size) }
    var picture = photos[0]
    for y in 0..<size {
        for x in 0..<size { picture[x, y] = photos[2 * x / size][x % (size / 2) + size / 4, y] }
    }
    return Photo(picture)
}

// `SpoiledPhotos` are features to learn from, with labels as somebody would find them; and what is really on each of
// them.

/// Photos to learn from, some of which have faults, and others for validation, which have none.
struct SpoiledPhotos {
    /// With the labels that they came with.
    var train: BearFeatures
    let test: BearFeatures
    /// What each training photo shows; nil where no label is right.
    let truth: [Int?]
    let faults: [PlantedFault?]

    var faultCount: Int { faults.count { $0 != nil } }
}

extension ModelToProduction {
    func plantedFaults() throws {
        // This is what the second and the third kind look like. (Things of generated scenes stand for "no bear".)
        let strangers = try strangers
        let count = min(2, strangers.twoBears.photos.count)
        show(
            ImageGrid(
                strangers.twoBears.photos.prefix(count).map(\.raster) + strangers.noBear.photos.prefix(2).map(\.raster),
                titles: Array(repeating: "two bears", count: count) + ["no bear", "no bear"], columns: 4, cellSize: 180),
            "Photos that belong to no kind of \(dataName)")

        // One photo in five to learn from gets a fault, half of these a wrong label. A linear head on the frozen body
        // learns from all of them, and gives each a loss. Sort by it, and look at as many photos as there are faults.
        // If the list is perfect, all of them are faults; in a list that is sorted by chance, one in five or so.
        //
        // There is a catch. A net that has learned a wrong label by heart is content with it. So in a second list,
        // every photo is judged by a head that has not learned from it: the photos are dealt into five parts, and the
        // head that judges a part has learned from the other four.
        let found = try run.overSeeds(run.size(quick: 2, usual: 5)) { random in
            let spoiled = try spoiled(using: &random)
            let (few, many) = (run.size(quick: 5, usual: 30), run.size(quick: 20, usual: 600))
            let lists = [
                LinearHead(spoiled.train, steps: few, using: &random).judge(spoiled.train),
                LinearHead(spoiled.train, steps: many, using: &random).judge(spoiled.train),
                judgedByOthers(spoiled.train, steps: few, using: &random),
            ]
            return FoundFaults(lists.map(\.losses), spoiled)
        }
        let ways = [
            "by a head that learned from it, a little", "by one that learned it by heart", "by one that did not",
        ]
        var table = TextTable(["judged"] + ["all faults"] + PlantedFault.allCases.map(\.rawValue), decimals: 2)
        for (place, way) in ways.enumerated() {
            let kinds = PlantedFault.allCases.map { kind in Spread(found.map { $0.shares[place][kind] ?? 0 }) }
            table.add(way, Spread(found.map { $0.all[place] }), kinds[0], kinds[1], kinds[2])
        }
        let chance = found[0].byChance
        table.add("in a list sorted by chance", chance, chance, chance, chance)
        show(table, "Share of the planted faults among as many photos with the largest losses, \(dataName)")
        let (byHeart, byOthers) = (Spread(found.map { $0.all[1] }).mean, Spread(found.map { $0.all[2] }).mean)
        record("planted-faults/found-by-chance", found[0].byChance)
        record("planted-faults/found-by-a-head-that-learned-a-little", over: found.map { $0.all[0] })
        record("planted-faults/found-by-heart", over: found.map { $0.all[1] })
        record(
            "planted-faults/found-by-others", over: found.map { $0.all[2] },
            predict: .change(
                "A head that learned all labels by heart finds this share; one that has not seen the photo finds …",
                from: byHeart, to: byOthers))

        // So let every photo be judged by somebody who has not seen it, then no fault is known by heart. That is what
        // `--clean` does. It is no wizardry, as the last two columns show. What is no bear at all has to be taken
        // for some kind, and if it happens to be taken for the one of its label, nobody notices.
    }
}
