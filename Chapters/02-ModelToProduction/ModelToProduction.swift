// # From model to production
//
// (The head of the chapter is written last.)

import Notebook

/// Chapter 2 of the book.
public final class ModelToProduction: Chapter, Sendable {
    public static let number = 2
    public static let title = "From model to production"
    public static let sections: [Section<ModelToProduction>] = [
        Section(
            "The practice of deep learning", ModelToProduction.twoHundredLabels, ModelToProduction.aVersionEachWeek,
            ModelToProduction.unlikePictures, ModelToProduction.fluentAnswers, ModelToProduction.aTroubleNobodyHas,
            ModelToProduction.strokesThatWait, ModelToProduction.wordsAndShops, ModelToProduction.fillingASet,
            ModelToProduction.moreOfTheSame, ModelToProduction.drivetrain, ModelToProduction.liftAgainstProbability,
            ModelToProduction.twoLowCases, ModelToProduction.withoutChance)
    ]

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(5), .usual: .seconds(120), .full: .seconds(3600),
    ]

    let run: Run

    public init(_ run: Run) throws { self.run = run }
}
