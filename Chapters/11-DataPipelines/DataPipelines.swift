// # Data munging with the mid-level API
//
// One line makes batches of reviews, if they lie in folders just like IMDb's. A data block does more: you choose its
// parts. But what if a text has been tokenized already, or you want to look at what the tokenizer makes before
// anything else happens to it, or an item is no photo with a label but a pair of photos? Then you go one floor down,
// to the parts that both are made of: transforms, pipelines of them, and lists that apply them.
//
// This chapter trains no net. Everything in it is about how data become batches, so nearly everything can be shown
// exactly: two ways to the same batches agree to the last bit, or one of them is wrong.
//
// Run it with `swift run ch11` (within a minute), run one section with `swift run ch11 --section 3`, and use real
// reviews and photos with `--data DIR` (`imdb` or `imdb_subset`, and `oxford-iiit-pet`). Without them, both are
// generated. With `--predict` it asks you to predict results before it shows them.

import Datasets
import Foundation
import Notebook
import Tensors
import Vision

/// Chapter 11 of the book.
public final class DataPipelines: Chapter, Sendable {
    public static let number = 11
    public static let title = "Data Munging with the Mid-Level API"
    public static let sections: [Section<DataPipelines>] = [
        Section("Going deeper into the layered API", DataPipelines.threeLayers, DataPipelines.oneLine),
        Section("Transforms", DataPipelines.tokensAndNumbers, DataPipelines.wayBack, DataPipelines.tupleRule),
        Section(
            "Writing your own transform", DataPipelines.fromAFunction, DataPipelines.withState,
            DataPipelines.callAndImplement, DataPipelines.whatIsInside, DataPipelines.whichIsBetter),
        Section("Pipeline", DataPipelines.oneAfterTheOther, DataPipelines.toAndFro, DataPipelines.setUpInOrder),
        Section(
            "Transformed lists", DataPipelines.aList, DataPipelines.twoVocabularies, DataPipelines.trainingOnly,
            DataPipelines.labelsApart),
        Section(
            "Transformed tuples", DataPipelines.twoPipelines, DataPipelines.threeHooks, DataPipelines.filledUpByHand,
            DataPipelines.sortedBatches, DataPipelines.reviewsTwice, DataPipelines.petsTwice),
        Section(
            "Applying the mid-level API: Siamese pairs", DataPipelines.aPair, DataPipelines.stepsOnBoth,
            DataPipelines.drawnPairs, DataPipelines.fixedPairs, DataPipelines.whatLeaks, DataPipelines.wastedDraw,
            DataPipelines.pairsInBatches),
        Section("Conclusion", DataPipelines.whatIsWhere),
    ]

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(3), .usual: .seconds(20), .full: .seconds(300),
    ]

    let run: Run
    /// Reviews in files: IMDb's if they are at hand, else generated ones.
    let reviews: DataSource<ReviewFiles>
    /// Photos of pets in files, if they are at hand, else generated ones.
    let pets: DataSource<PetFolder>

    /// Finds out where reviews and photos will come from; they are read when a section first needs them.
    public init(_ run: Run) throws {
        self.run = run
        let (seed, texts) = (run.seed, run.size(quick: 120, usual: 2000))
        reviews = try run.data(
            .dataSet("imdb") { try ReviewFiles(dataSet: $0) }, .dataSet("imdb_subset") { try ReviewFiles(dataSet: $0) },
            standIn: "generated reviews"
        ) { try ReviewFiles(generated: texts, seed: seed) }
        let (each, size) = (run.size(quick: 5, usual: 20), run.size(quick: 48, usual: 128))
        pets = try run.data(
            .dataSet("oxford-iiit-pet") { try PetFolder($0) }, standIn: "generated pets"
        ) { try PetFolder(generated: each, size: size) }
    }
}
