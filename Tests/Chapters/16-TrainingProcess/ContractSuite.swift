// Until the chapter's questions are merged.

import Testing

@Suite struct `16 Questionnaire` {}
