"""Characters that make up about half of any Chinese notice, in both scripts.

A text decoded with the wrong code page, or with its bytes out of step, holds next to none of them.
"""

from __future__ import annotations

EVERYDAY = frozenset(
    "的一是不了在有为和中对及以上下与等各市县区省镇乡村国家政府办公室厅局委员会部门单位关于印发通知"
    "工作任务重点分工方案责任落实完成年月日底前推进加强建设实施管理服务发展改革制度开展组织领导信息"
    "安全生产人民社会经济项目企业资源环境保护教育卫生健康文化交通农业水利财政科技城市住房监督检查指导"
    "机关事业行政法律规定要求内容时间序号名称目标措施进度情况报送审核意见统一提高促进保障支持配合牵头"
    "大力全面进一步深入认真做好依据标准体系平台数据综合优化治理整治行动计划年度季度个以上至从将按其他"
    "為對與縣區鎮鄉國辦廳員會門單關於發務點實現設開組織領導產濟項業資環護衛農財監檢機規時間號稱標進況報審見統"
    "據體臺數綜優計劃個從將責員來過這們動種與應義學後內區長經見書東車馬訊電話場運輸議題質量"
    "，。、；：（）《》“”〔〕０１２３４５６７８９　"
)
