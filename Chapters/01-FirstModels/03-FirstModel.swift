// # Your first model
//
// Section 1.3

import Notebook
import Vision

extension FirstModels {
    func theData() throws {
        show(try photos.count, "photos")
    }

    func theTraining() throws {
        show(try trained.learner.recorder.rows.count, "epochs")
    }
}
