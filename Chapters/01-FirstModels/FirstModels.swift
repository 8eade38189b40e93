// # Your Deep Learning Journey
//
// (The head of the chapter is written last.)

import Datasets
import Notebook
import Vision

/// Chapter 1 of the book.
public final class FirstModels: Chapter, Sendable {
    public static let number = 1
    public static let title = "Your Deep Learning Journey"
    public static let sections: [Section<FirstModels>] = [
        Section("What is machine learning?", FirstModels.whatOneAlreadyHas, FirstModels.patrolsAndArrests),
        Section(
            "Image recognizers can tackle non-image tasks", FirstModels.aWave, FirstModels.aPureTone,
            FirstModels.spokenPictures, FirstModels.understandDigits, FirstModels.threeNumbers, FirstModels.fourOils,
            FirstModels.twoHands, FirstModels.eightBitsEach, FirstModels.fourFamilies, FirstModels.ruleOfThumb),
        Section("Jargon recap", FirstModels.allWords),
        Section(
            "Deep learning is not just for image classification",
            FirstModels.reviews, FirstModels.oneReview, FirstModels.incomes, FirstModels.noNumberLeavesTheRange,
            FirstModels.ratings, FirstModels.withoutARange),
        Section(
            "Validation sets and test sets", FirstModels.learnedByHeart, FirstModels.howManyToJudgeBy,
            FirstModels.bestByChance, FirstModels.onceIsEnough, FirstModels.twoSplits, FirstModels.groceries,
            FirstModels.twoFrames, FirstModels.newVoices, FirstModels.vendorsNumbers),
    ]

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(5), .usual: .seconds(60), .full: .seconds(1200),
    ]

    let run: Run
    /// The data of sections 1.7 to 1.10.
    let data: OtherData

    public init(_ run: Run) throws {
        self.run = run
        data = try OtherData(run)
    }
}

extension FirstModels {
    /// The small net, for pages that train often.
    var smallPretrained: Pretrained { get throws { try run.once { try .small(for: run) } } }
}
